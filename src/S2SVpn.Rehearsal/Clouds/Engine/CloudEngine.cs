using S2SVpn.Rehearsal.Clouds.Faults;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Refusals;
using S2SVpn.Rehearsal.Clouds.Schemas;
using S2SVpn.Rehearsal.Clouds.Storage;
using S2SVpn.Rehearsal.Clouds.Values;

namespace S2SVpn.Rehearsal.Clouds.Engine;

/// <summary>Does what Terraform asks of the clouds.</summary>
internal sealed class CloudEngine(CloudStore store, FaultPlan faults, TimeSpan patience)
{
    public Retries Retries { get; } = new(patience);

    public OngoingOperations Ongoing { get; } = new();

    /// <summary>What the provider refuses before any cloud is asked.</summary>
    public CloudRefusedException? Validate(ProviderSession session, string type, Attributes config) =>
        RefusalBook.Find(RefusalTime.Validate, new RefusalContext(session, store, type, "", config));

    /// <summary>Creates, updates or deletes; null is what is not there.</summary>
    public async Task<Attributes?> ApplyAsync(ProviderSession session, string type, Attributes? prior, Attributes? planned)
    {
        var operation = prior is null ? Operation.Create : planned is null ? Operation.Delete : Operation.Update;
        var values = planned ?? prior ?? Attributes.Empty;
        using var own = Ongoing.Begin(new OngoingOperation(operation, type, values));
        await faults.InjectAsync(operation, type, values, session.Stopped);
        return await Retries.DoAsync(
            () => store.Change(() => operation switch
            {
                Operation.Create => Create(session, type, planned!, own.Meanwhile),
                Operation.Update => Update(session, type, prior!, planned!, own.Meanwhile),
                _ => Delete(session, type, prior!, own.Meanwhile),
            }),
            session.Stopped);
    }

    /// <summary>How something is now; null where it is gone.</summary>
    public async Task<Attributes?> ReadAsync(ProviderSession session, string type, Attributes known)
    {
        if (!session.Cloud.IsRemote)
        {
            return known;
        }

        await faults.InjectAsync(Operation.Read, type, known, session.Stopped);
        var found = store.FindOrAdopt(new CloudObject(type, KeyOf(known), known));
        return found is null ? null : session.Cloud.Complete(type, found);
    }

    public Attributes Import(ProviderSession session, string type, string id)
    {
        var key = session.Cloud.TypeOf(type).ImportedId?.Invoke(id) ?? id;
        var found = store.Find(type, key)
            ?? throw new CloudRefusedException(null, $"Cannot import {type} '{id}': it does not exist in the simulated cloud.");
        return session.Cloud.Complete(type, found);
    }

    public Attributes ReadData(ProviderSession session, string type, Attributes config)
    {
        var schema = session.Cloud.DataSchemaOf(type);
        var asked = new Attributes(config.Values.Where(entry => !entry.Value.IsNull && entry.Value is not (ListValue { Items.Count: 0 })));
        var open = asked.MergedWith(new Attributes(schema.Attributes.Where(attribute => attribute.Value.Computed && asked[attribute.Key].IsNull)
            .Select(attribute => KeyValuePair.Create(attribute.Key, Value.Unknown))));
        var context = new CreateContext(type, session, store, open, SeedOf(type, schema, open));
        context = context with { Id = open.Text("id") ?? session.Cloud.IdOf(context) };
        var found = FromStore(type, asked, open);
        var answered = session.Cloud.DataOf(type)?.Answer(context, found) ?? found;
        answered = session.Cloud.Make(context, answered.SetIfUnknown("id", context.Id));
        return SchemaNormalizer.Normalize(schema, ComputedValueFiller.Fill(schema, context, SchemaNormalizer.Normalize(schema, answered)));
    }

    // A data source is named as the resource it finds. What is asked for has to be as it is asked for.
    private Attributes FromStore(string type, Attributes asked, Attributes open)
    {
        var found = store.OfType(type).FirstOrDefault(item => asked.Values.All(entry =>
            entry.Value is not (TextValue or NumberValue or FlagValue) || item.Values[entry.Key] == entry.Value));
        return found is null ? open : found.Values.Values.Aggregate(open, (result, entry) => result.SetIfUnknown(entry.Key, entry.Value));
    }

    private Attributes Create(ProviderSession session, string type, Attributes planned, IReadOnlyList<OngoingOperation> meanwhile)
    {
        var overlay = session.Cloud.TypeOf(type);
        var schema = session.Cloud.SchemaOf(type);
        var context = new CreateContext(type, session, store, planned, SeedOf(type, schema, planned));
        string IdOf(CreateContext one) => overlay.Id?.Invoke(one) ?? session.Cloud.IdOf(one);

        // The id of what has a name follows from it, and is the same each time; any other has to be new.
        var id = IdOf(context);
        while (store.Find(type, id) is not null && IdOf(context with { Occurrence = context.Occurrence + 1 }) is var next && next != id)
        {
            context = context with { Occurrence = context.Occurrence + 1 };
            id = next;
        }

        context = context with { Id = id };
        Refuse(new RefusalContext(session, store, type, id, planned) { Meanwhile = meanwhile }, RefusalTime.Create, RefusalTime.Write, RefusalTime.Always);
        return Put(context, overlay, schema, planned.SetIfUnknown("id", id));
    }

    private Attributes Update(ProviderSession session, string type, Attributes prior, Attributes planned, IReadOnlyList<OngoingOperation> meanwhile)
    {
        var id = KeyOf(prior);
        if (session.Cloud.IsRemote && store.FindOrAdopt(new CloudObject(type, id, prior)) is null)
        {
            throw new CloudRefusedException("NotFound", $"{id} does not exist any more.");
        }

        Refuse(new RefusalContext(session, store, type, id, planned) { Meanwhile = meanwhile }, RefusalTime.Write, RefusalTime.Always);
        var schema = session.Cloud.SchemaOf(type);
        var context = new CreateContext(type, session, store, planned, SeedOf(type, schema, planned)) { Id = id };
        return Put(context, session.Cloud.TypeOf(type), schema, planned);
    }

    private Attributes? Delete(ProviderSession session, string type, Attributes prior, IReadOnlyList<OngoingOperation> meanwhile)
    {
        var id = KeyOf(prior);
        if (session.Cloud.TypeOf(type).BeforeDelete is { } change && store.Find(type, id) is { } found)
        {
            store.Put(new CloudObject(type, id, change(found)));
        }

        Refuse(new RefusalContext(session, store, type, id, prior) { Meanwhile = meanwhile }, RefusalTime.Delete, RefusalTime.Always);
        store.Delete(type, id);
        return null;
    }

    private Attributes Put(CreateContext context, CloudType overlay, BlockSchema schema, Attributes values)
    {
        values = overlay.Make?.Invoke(context, values) ?? values;
        values = ComputedValueFiller.Fill(schema, context, context.Session.Cloud.Make(context, values));
        if (context.Session.Cloud.IsRemote)
        {
            store.Put(new CloudObject(context.Type, context.Id, values));
        }

        return values;
    }

    private static void Refuse(RefusalContext context, params IEnumerable<RefusalTime> times)
    {
        if (times.Select(when => RefusalBook.Find(when, context)).FirstOrDefault(refused => refused is not null) is { } refused)
        {
            throw refused;
        }
    }

    private static string KeyOf(Attributes known) => known.Text("id") ?? known.Text("arn") ?? known.Text("name") ?? "";

    // Secrets are left out, for they are random: with them no id would be the same in two runs.
    private static string SeedOf(string type, BlockSchema schema, Attributes values) => type + ValueJson.Write(new Attributes(
        values.Values.Where(entry => !(schema.Attributes.TryGetValue(entry.Key, out var attribute) && attribute.Sensitive))))!.ToJsonString();
}
