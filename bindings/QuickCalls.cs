#nullable enable
using System;
using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Runtime.Services;

/// <summary>
/// What these packages say to Node.js: make an object, read a text of it, call its method. The runtime's own way looks for every object at
/// all members of its class, whether C# overrides them, at all attributes of its arguments, and takes each message through several forms;
/// this looks once a class, and writes and reads messages as they are. An object whose class overrides something, an argument of another
/// kind than those below, and an answer that is more than a result are left to the runtime. What is used of the runtime is internal to it: its
/// version is pinned, and where something is missing the first object says so.
/// </summary>
internal static class QuickCalls
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Assembly Runtime = typeof(ServiceContainer).Assembly;

    private static readonly Action<string> Send = Method<Action<string>>("IRuntime", "WriteRequest", typeof(string));

    private static readonly Func<string> Receive = Method<Func<string>>("IRuntime", "ReadResponse");

    private static readonly Action<ByRefValue, DeputyBase, bool> Know =
        Method<Action<ByRefValue, DeputyBase, bool>>("IReferenceMap", "AddNativeReference", typeof(ByRefValue), typeof(DeputyBase), typeof(bool));

    private static readonly ConstructorInfo Reference = typeof(ByRefValue).GetConstructor(Hidden, [typeof(string), typeof(string[]), typeof(bool)]) ?? throw Missing("ByRefValue");

    private static readonly Func<ByRefValue, string> Id = (typeof(ByRefValue).GetProperty("Value", Hidden)?.GetMethod ?? throw Missing("ByRefValue.Value")).CreateDelegate<Func<ByRefValue, string>>();

    private static readonly FieldInfo Held = typeof(DeputyBase).GetField("<Reference>k__BackingField", Hidden) ?? throw Missing("DeputyBase.Reference");

    private static readonly Type Properties = typeof(DeputyBase).GetNestedType("DeputyProps", Hidden) ?? throw Missing("DeputyProps");

    private static readonly ConstructorInfo Ordinary = typeof(DeputyBase).GetConstructor(Hidden, [Properties]) ?? throw Missing("DeputyBase");

    private static readonly ConcurrentDictionary<Type, bool> Plain = new();

    private static readonly ConcurrentDictionary<Type, (string Name, string[] Interfaces)> Classes = new();

    private static readonly ConcurrentDictionary<Type, (string? Name, Member[] Members)> Structs = new();

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    // The runtime finds a class by its name in Node.js, and for that looks through all types of all assemblies, the framework's too.
    static QuickCalls()
    {
        var cache = Service("ITypeCache");
        var seen = cache.GetType().GetField("_assemblies", Hidden);
        if (seen?.GetValue(cache) is HashSet<string> names && names.GetType() == typeof(HashSet<string>))
        {
            seen.SetValue(cache, new SeenAssemblies(names));
        }
    }

    /// <summary>What an object has until it is made.</summary>
    public static readonly ByRefValue Later = (ByRefValue)Reference.Invoke(["Later@0", null, true]);

    /// <summary>Makes an object.</summary>
    /// <param name="deputy">The object in C#.</param>
    /// <param name="known">The class of these packages that it belongs to or derives from.</param>
    /// <param name="arguments">The arguments of that class's constructor.</param>
    public static void Make(DeputyBase deputy, Type known, params object?[] arguments)
    {
        if (!Plain.GetOrAdd(deputy.GetType(), type => OverridesNothing(type, known)))
        {
            MakeOrdinarily(deputy, arguments);
            return;
        }

        var (name, interfaces) = Classes.GetOrAdd(known, Describe);
        var request = Begin("create");
        request.Json.WriteString("fqn", name);
        if (!WriteArguments(request.Json, arguments))
        {
            MakeOrdinarily(deputy, arguments);
            return;
        }

        request.Json.WriteStartArray("overrides");
        request.Json.WriteEndArray();
        request.Json.WriteStartArray("interfaces");
        foreach (var each in interfaces)
        {
            request.Json.WriteStringValue(each);
        }

        request.Json.WriteEndArray();
        var id = Answer(request, "$jsii.byref") ?? throw new InvalidOperationException($"Node.js made no {name}.");
        var made = (ByRefValue)Reference.Invoke([id, null, false]);
        Held.SetValue(deputy, made);
        Know(made, deputy, true);
    }

    /// <summary>Reads a property that is a text.</summary>
    public static string? Text(DeputyBase deputy, string property)
    {
        var request = Begin("get");
        WriteReference(request.Json, "objref", deputy);
        request.Json.WriteString("property", property);
        return Answer(request, "value");
    }

    /// <summary>Calls a method without a result; false where the runtime has to do it.</summary>
    public static bool Call(DeputyBase deputy, string method, params object?[] arguments)
    {
        var request = Begin("invoke");
        WriteReference(request.Json, "objref", deputy);
        request.Json.WriteString("method", method);
        if (!WriteArguments(request.Json, arguments))
        {
            return false;
        }

        _ = Answer(request, "result");
        return true;
    }

    private static void MakeOrdinarily(DeputyBase deputy, object?[] arguments) =>
        Ordinary.Invoke(deputy, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(Properties, [arguments])], null);

    private static (ArrayBufferWriter<byte> Text, Utf8JsonWriter Json) Begin(string kind)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        var json = new Utf8JsonWriter(text, Format);
        json.WriteStartObject();
        json.WriteString("api", kind);
        return (text, json);
    }

    private static string? Answer((ArrayBufferWriter<byte> Text, Utf8JsonWriter Json) request, string wanted)
    {
        request.Json.WriteEndObject();
        request.Json.Flush();
        string text;
        try
        {
            Send(Encoding.UTF8.GetString(request.Text.WrittenSpan));
            text = Receive();
        }
        catch (IOException exception)
        {
            throw new InvalidOperationException("Node.js, in which CDKTF runs, has ended.", exception);
        }

        using var answer = JsonDocument.Parse(text);
        if (answer.RootElement.TryGetProperty("ok", out var result))
        {
            return result.TryGetProperty(wanted, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }

        // An error, or a question of Node.js to what C# overrides.
        var response = wanted switch { "$jsii.byref" => typeof(CreateResponse), "value" => typeof(GetResponse), _ => typeof(InvokeResponse) };
        var understand = Service("IClient").GetType().GetMethod("TryDeserialize", Hidden)?.MakeGenericMethod(response) ?? throw Missing("Client.TryDeserialize");
        return understand.Invoke(Service("IClient"), BindingFlags.DoNotWrapExceptions, null, [text], null) switch
        {
            CreateResponse created => created[wanted] as string,
            GetResponse given => given.Value?.ToString(),
            _ => null,
        };
    }

    private static bool OverridesNothing(Type type, Type known)
    {
        for (var each = type; each != known; each = each.BaseType!)
        {
            if (each.GetMethods(Hidden | BindingFlags.DeclaredOnly).Any(method => method.IsVirtual && IsOfPackage(method.GetBaseDefinition().DeclaringType!)))
            {
                return false;
            }
        }

        return Interfaces(type).Length == Interfaces(known).Length;
    }

    private static bool IsOfPackage(Type type) => type == typeof(object) || type.IsDefined(typeof(JsiiClassAttribute), inherit: false);

    private static (string Name, string[] Interfaces) Describe(Type type) => (type.GetCustomAttribute<JsiiClassAttribute>()?.FullyQualifiedName ?? throw Missing(type.FullName!), Interfaces(type));

    private static string[] Interfaces(Type type) =>
        [.. type.GetInterfaces().Select(each => each.GetCustomAttribute<JsiiInterfaceAttribute>()).OfType<JsiiInterfaceAttribute>().Select(each => each.FullyQualifiedName)];

    // As the runtime writes them; false where it has to do so itself.
    private static bool WriteArguments(Utf8JsonWriter json, object?[] arguments)
    {
        json.WritePropertyName("args");
        return WriteArray(json, arguments);
    }

    private static void WriteReference(Utf8JsonWriter json, string name, DeputyBase deputy)
    {
        json.WriteStartObject(name);
        json.WriteString("$jsii.byref", Id((ByRefValue)Held.GetValue(deputy)!));
        json.WriteEndObject();
    }

    private static bool Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                return true;
            case string text:
                json.WriteStringValue(text);
                return true;
            case bool yes:
                json.WriteBooleanValue(yes);
                return true;
            case double number:
                json.WriteNumberValue(number);
                return true;
            case int number:
                json.WriteNumberValue(number);
                return true;
            case DeputyBase deputy:
                json.WriteStartObject();
                json.WriteString("$jsii.byref", Id((ByRefValue)Held.GetValue(deputy)!));
                json.WriteEndObject();
                return true;
            case Array array:
                return WriteArray(json, array);
            case IDictionary map:
                return WriteMap(json, map);
            default:
                return WriteStruct(json, value);
        }
    }

    private static bool WriteArray(Utf8JsonWriter json, Array array)
    {
        json.WriteStartArray();
        foreach (var each in array)
        {
            if (!Write(json, each))
            {
                return false;
            }
        }

        json.WriteEndArray();
        return true;
    }

    private static bool WriteMap(Utf8JsonWriter json, IDictionary map)
    {
        json.WriteStartObject();
        json.WriteStartObject("$jsii.map");
        foreach (DictionaryEntry each in map)
        {
            if (each.Key is not string key)
            {
                return false;
            }

            json.WritePropertyName(key);
            if (!Write(json, each.Value))
            {
                return false;
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        return true;
    }

    private static bool WriteStruct(Utf8JsonWriter json, object value)
    {
        var (type, members) = Structs.GetOrAdd(value.GetType(), Members);
        if (type is null)
        {
            return false;
        }

        json.WriteStartObject();
        json.WriteStartObject("$jsii.struct");
        json.WriteString("fqn", type);
        json.WriteStartObject("data");
        foreach (var member in members)
        {
            if (member.Value(value) is not { } given || member.Name is not { } name)
            {
                continue;
            }

            json.WritePropertyName(name);
            if (!Write(json, given))
            {
                return false;
            }
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        return true;
    }

    private static (string? Name, Member[] Members) Members(Type type) =>
        (type.GetCustomAttribute<JsiiByValueAttribute>()?.FullyQualifiedName, [.. type.GetProperties().Select(property => new Member(property))]);

    private static T Method<T>(string name, string method, params Type[] parameters)
        where T : Delegate
    {
        var service = Service(name);
        return (T)Delegate.CreateDelegate(typeof(T), service, Interface(name).GetMethod(method, parameters) ?? throw Missing($"{name}.{method}"));
    }

    private static object Service(string name)
    {
        var services = (IServiceProvider)(typeof(ServiceContainer).GetProperty("ServiceProvider", Hidden)?.GetValue(null) ?? throw Missing("ServiceProvider"));
        return services.GetService(Interface(name)) ?? throw Missing(name);
    }

    private static Type Interface(string name) => Runtime.GetType($"Amazon.JSII.Runtime.Services.{name}") ?? throw Missing(name);

    private static InvalidOperationException Missing(string what) => new(
        $"Amazon.JSII.Runtime {Runtime.GetName().Version} has no {what}, which these packages use. Pin an older one, or make the packages without bindings/QuickCalls.cs.");

    // Its name is asked for when there is a value: a struct has dozens of properties, and most are left out.
    private sealed class Member(PropertyInfo property)
    {
        private readonly Lazy<string?> _name = new(() => property.CustomAttributes
            .FirstOrDefault(attribute => attribute.AttributeType == typeof(JsiiPropertyAttribute))?.ConstructorArguments[0].Value as string);

        public string? Name => _name.Value;

        public object? Value(object of) => property.GetValue(of);
    }

    /// <summary>The assemblies that the runtime need not look through any more; one without classes of Node.js it never has to.</summary>
    private sealed class SeenAssemblies(IEnumerable<string> seen) : HashSet<string>(seen), ISet<string>
    {
        bool ICollection<string>.Contains(string name)
        {
            if (Contains(name))
            {
                return true;
            }

            var others = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => assembly.FullName == name && !assembly.IsDefined(typeof(JsiiAssemblyAttribute)));
            return others.Any() && Add(name);
        }
    }
}
