#nullable enable
using System;
using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.JSII.JsonModel.Api;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Runtime.Services;
using Newtonsoft.Json.Linq;

/// <summary>
/// Makes the objects of these packages' classes in Node.js. The runtime's own way looks for every object at all members of its class, whether
/// C# overrides them, and at all attributes of its arguments; this looks once a class. An object whose class overrides something, and an
/// argument of another kind than those below, are left to the runtime. What is used of the runtime is internal to it: its
/// version is pinned, and where something is missing the first object says so.
/// </summary>
internal static class FastCreate
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private delegate CreateResponse Creating(string name, object?[]? arguments, Override[]? overrides, string[]? interfaces);

    private static readonly Assembly Runtime = typeof(ServiceContainer).Assembly;

    private static readonly Creating Create = Service<Creating>("IClient", "Create", typeof(string), typeof(object[]), typeof(Override[]), typeof(string[]));

    private static readonly Action<ByRefValue, DeputyBase, bool> Know =
        Service<Action<ByRefValue, DeputyBase, bool>>("IReferenceMap", "AddNativeReference", typeof(ByRefValue), typeof(DeputyBase), typeof(bool));

    private static readonly ConstructorInfo Reference = typeof(ByRefValue).GetConstructor(Hidden, [typeof(string), typeof(string[]), typeof(bool)]) ?? throw Missing("ByRefValue");

    private static readonly PropertyInfo Id = typeof(ByRefValue).GetProperty("Value", Hidden) ?? throw Missing("ByRefValue.Value");

    private static readonly FieldInfo Held = typeof(DeputyBase).GetField("<Reference>k__BackingField", Hidden) ?? throw Missing("DeputyBase.Reference");

    private static readonly Type Properties = typeof(DeputyBase).GetNestedType("DeputyProps", Hidden) ?? throw Missing("DeputyProps");

    private static readonly ConstructorInfo Ordinary = typeof(DeputyBase).GetConstructor(Hidden, [Properties]) ?? throw Missing("DeputyBase");

    private static readonly ConcurrentDictionary<Type, bool> Plain = new();

    private static readonly ConcurrentDictionary<Type, (string Name, string[] Interfaces)> Classes = new();

    private static readonly ConcurrentDictionary<Type, (string? Name, (string Name, PropertyInfo Property)[] Members)> Structs = new();

    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>What an object has until it is made.</summary>
    public static readonly ByRefValue Later = (ByRefValue)Reference.Invoke(["Later@0", null, true]);

    /// <param name="deputy">The object in C#.</param>
    /// <param name="known">The class of these packages that it belongs to or derives from.</param>
    /// <param name="arguments">The arguments of that class's constructor.</param>
    public static void Make(DeputyBase deputy, Type known, params object?[] arguments)
    {
        if (!Plain.GetOrAdd(deputy.GetType(), type => OverridesNothing(type, known)) || Written(arguments) is not { } written)
        {
            Ordinary.Invoke(deputy, BindingFlags.DoNotWrapExceptions, null, [Activator.CreateInstance(Properties, [arguments])], null);
            return;
        }

        var (name, interfaces) = Classes.GetOrAdd(known, Describe);
        var made = (ByRefValue)Reference.Invoke([(string)Create(name, written, [], interfaces)["$jsii.byref"], null, false]);
        Held.SetValue(deputy, made);
        Know(made, deputy, true);
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

    // As the runtime writes them; null where it has to do so itself.
    private static object?[]? Written(object?[] arguments)
    {
        var written = new object?[arguments.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            var buffer = new ArrayBufferWriter<byte>(1024);
            using var json = new Utf8JsonWriter(buffer, Format);
            if (!Write(json, arguments[index]))
            {
                return null;
            }

            json.Flush();
            written[index] = new JRaw(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }

        return written;
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
                json.WriteString("$jsii.byref", (string)Id.GetValue(Held.GetValue(deputy))!);
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
        var (name, members) = Structs.GetOrAdd(value.GetType(), Members);
        if (name is null)
        {
            return false;
        }

        json.WriteStartObject();
        json.WriteStartObject("$jsii.struct");
        json.WriteString("fqn", name);
        json.WriteStartObject("data");
        foreach (var member in members)
        {
            if (member.Property.GetValue(value) is not { } given)
            {
                continue;
            }

            json.WritePropertyName(member.Name);
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

    private static (string? Name, (string Name, PropertyInfo Property)[] Members) Members(Type type) => (
        type.GetCustomAttribute<JsiiByValueAttribute>()?.FullyQualifiedName,
        [.. from property in type.GetProperties()
            let attribute = property.GetCustomAttribute<JsiiPropertyAttribute>(inherit: true)
            where attribute is not null
            select (attribute.Name, property)]);

    private static T Service<T>(string name, string method, params Type[] parameters)
        where T : Delegate
    {
        var type = Runtime.GetType($"Amazon.JSII.Runtime.Services.{name}") ?? throw Missing(name);
        var services = (IServiceProvider)(typeof(ServiceContainer).GetProperty("ServiceProvider", Hidden)?.GetValue(null) ?? throw Missing("ServiceProvider"));
        return (T)Delegate.CreateDelegate(typeof(T), services.GetService(type) ?? throw Missing(name), type.GetMethod(method, parameters) ?? throw Missing($"{name}.{method}"));
    }

    private static InvalidOperationException Missing(string what) => new(
        $"Amazon.JSII.Runtime {Runtime.GetName().Version} has no {what}, which these packages use. Pin an older one, or make the packages without bindings/FastCreate.cs.");
}
