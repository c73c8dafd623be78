using System.Text.Json;
using S2SVpn.Rehearsal.Clouds.Engine;
using S2SVpn.Rehearsal.Clouds.Model;
using S2SVpn.Rehearsal.Clouds.Values;
using S2SVpn.Rehearsal.Clouds.Wire;

namespace S2SVpn.Rehearsal.Clouds.Plugin;

/// <summary>
/// Answers the calls of Terraform's plugin protocol, version 6. The numbers are those of the fields in
/// github.com/hashicorp/terraform, docs/plugin-protocol/tfplugin6.8.proto.
/// </summary>
internal sealed class ProviderCalls(CloudEngine engine)
{
    /// <summary>The answer to one call; null where the protocol leaves the call to us and we have no use for it.</summary>
    public async Task<ProtoWriter?> AnswerAsync(string call, ProtoMessage request, ProviderSession session)
    {
        using var counted = engine.Retries.Begin();
        return await FindAsync(call, request, session);
    }

    private async Task<ProtoWriter?> FindAsync(string call, ProtoMessage request, ProviderSession session) => call switch
    {
        "GetProviderSchema" => SchemaMessage.Write(session.Cloud.Schema),
        // Terraform has checked the settings against the schema by then, and no real cloud will see them.
        "ValidateProviderConfig" or "ValidateDataResourceConfig" => new ProtoWriter(),
        "ConfigureProvider" => Configure(request, session),
        "ValidateResourceConfig" => Validate(request, session),
        "UpgradeResourceState" => Upgrade(request, session),
        "ReadResource" => await ReadAsync(request, session),
        "PlanResourceChange" => Plan(request, session),
        "ApplyResourceChange" => await ApplyAsync(request, session),
        "ImportResourceState" => Import(request, session),
        "ReadDataSource" => ReadData(request, session),
        "StopProvider" => Stop(session),
        _ => null,
    };

    private static ProtoWriter Configure(ProtoMessage request, ProviderSession session)
    {
        session.Settings = DynamicValue.Read(request, 2) as Attributes ?? Attributes.Empty;
        return new ProtoWriter();
    }

    private ProtoWriter Validate(ProtoMessage request, ProviderSession session) =>
        engine.Validate(session, request.Text(1), Known(request, 2)!) is { } refused
            ? new ProtoWriter().Message(1, Error(refused.Message))
            : new ProtoWriter();

    private static ProtoWriter Upgrade(ProtoMessage request, ProviderSession session)
    {
        using var state = JsonDocument.Parse(request.Message(3).Bytes(1));
        return new ProtoWriter().Message(1, DynamicValue.Write(session.Cloud.Complete(request.Text(1), ValueJson.ReadObject(state.RootElement))));
    }

    private async Task<ProtoWriter> ReadAsync(ProtoMessage request, ProviderSession session)
    {
        var (type, known) = (request.Text(1), Known(request, 2)!);
        try
        {
            var now = await engine.ReadAsync(session, type, known);
            return new ProtoWriter().Message(1, DynamicValue.Write(now));
        }
        catch (CloudRefusedException refused)
        {
            return new ProtoWriter().Message(2, Error(session, Operation.Read, type, known, refused));
        }
    }

    private static ProtoWriter Plan(ProtoMessage request, ProviderSession session)
    {
        var plan = ResourcePlanner.Plan(session, request.Text(1), Known(request, 2), Known(request, 3)!, Known(request, 4)!);
        return new ProtoWriter()
            .Message(1, DynamicValue.Write(plan.Planned))
            .Messages(2, plan.Replaces.Select(name => new ProtoWriter().Message(1, new ProtoWriter().Text(1, name))))
            .Flag(5, plan.Legacy);
    }

    private async Task<ProtoWriter> ApplyAsync(ProtoMessage request, ProviderSession session)
    {
        var (type, prior, planned) = (request.Text(1), Known(request, 2), Known(request, 3));
        var legacy = session.Cloud.TypeOf(type).IsLegacy;
        try
        {
            var done = await engine.ApplyAsync(session, type, prior, planned);
            return new ProtoWriter().Message(1, DynamicValue.Write(done)).Flag(4, legacy);
        }
        catch (CloudRefusedException refused)
        {
            var operation = prior is null ? Operation.Create : planned is null ? Operation.Delete : Operation.Update;
            return new ProtoWriter()
                .Message(1, DynamicValue.Write(prior))
                .Message(3, Error(session, operation, type, planned ?? prior ?? Attributes.Empty, refused))
                .Flag(4, legacy);
        }
    }

    private ProtoWriter Import(ProtoMessage request, ProviderSession session)
    {
        var type = request.Text(1);
        try
        {
            var found = engine.Import(session, type, request.Text(2));
            return new ProtoWriter().Message(1, new ProtoWriter().Text(1, type).Message(2, DynamicValue.Write(found)));
        }
        catch (CloudRefusedException refused)
        {
            return new ProtoWriter().Message(2, Error(refused.Message));
        }
    }

    private ProtoWriter ReadData(ProtoMessage request, ProviderSession session)
    {
        var (type, asked) = (request.Text(1), Known(request, 2)!);
        try
        {
            return new ProtoWriter().Message(1, DynamicValue.Write(engine.ReadData(session, type, asked)));
        }
        catch (CloudRefusedException refused)
        {
            return new ProtoWriter().Message(2, Error(session, Operation.Read, type, asked, refused));
        }
    }

    private static ProtoWriter Stop(ProviderSession session)
    {
        session.Stop();
        return new ProtoWriter();
    }

    private static Attributes? Known(ProtoMessage request, int field) => DynamicValue.Read(request, field) as Attributes;

    private static ProtoWriter Error(ProviderSession session, Operation operation, string type, Attributes values, CloudRefusedException refused) =>
        Error(session.Cloud.FormatError(operation, type, values.Text("name") ?? values.Text("id") ?? "", refused));

    private static ProtoWriter Error(string summary) => new ProtoWriter().Number(1, 1).Text(2, summary);
}
