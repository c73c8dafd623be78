#nullable enable
using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Reflection;
using Amazon.JSII.JsonModel.Api;
using Amazon.JSII.JsonModel.Api.Response;
using Amazon.JSII.Runtime.Deputy;
using Amazon.JSII.Runtime.Services;
using Parameter = Amazon.JSII.JsonModel.Spec.Parameter;

/// <summary>
/// Makes an object of a sealed class in Node.js. The runtime's own way looks at every member of the class, for every object, whether
/// it is overridden; a sealed class of a package overrides nothing. What is used of the runtime is internal to it: the
/// version is pinned, and where it is missing the first object says so.
/// </summary>
internal static class FastCreate
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private delegate CreateResponse Creating(string name, object?[]? arguments, Override[]? overrides, string[]? interfaces);

    private static readonly Assembly Runtime = typeof(ServiceContainer).Assembly;

    private static readonly Creating Create = (Creating)Delegate.CreateDelegate(
        typeof(Creating),
        Services().GetService(Client()) ?? throw Missing("IClient"),
        Client().GetMethod("Create", [typeof(string), typeof(object[]), typeof(Override[]), typeof(string[])]) ?? throw Missing("IClient.Create"));

    private static readonly Func<Parameter[], object?[], object?[]> Convert =
        (typeof(DeputyBase).GetMethod("ConvertArguments", Hidden) ?? throw Missing("ConvertArguments")).CreateDelegate<Func<Parameter[], object?[], object?[]>>();

    private static readonly ConstructorInfo Reference =
        typeof(ByRefValue).GetConstructor(Hidden, [typeof(string), typeof(string[]), typeof(bool)]) ?? throw Missing("ByRefValue");

    private static readonly ConcurrentDictionary<Type, (JsiiClassAttribute Class, string[] Interfaces)> Known = new();

    public static ByRefValue New(Type type, params object?[] arguments)
    {
        var (known, interfaces) = Known.GetOrAdd(type, Describe);
        var made = Create(known.FullyQualifiedName, Convert(known.Parameters, arguments), [], interfaces);
        return (ByRefValue)Reference.Invoke([(string)made["$jsii.byref"], null, false]);
    }

    private static (JsiiClassAttribute Class, string[] Interfaces) Describe(Type type) => (
        type.GetCustomAttribute<JsiiClassAttribute>() ?? throw Missing(type.FullName!),
        [.. type.GetInterfaces().Select(each => each.GetCustomAttribute<JsiiInterfaceAttribute>()).OfType<JsiiInterfaceAttribute>().Select(each => each.FullyQualifiedName)]);

    private static IServiceProvider Services() =>
        (IServiceProvider)(typeof(ServiceContainer).GetProperty("ServiceProvider", Hidden)?.GetValue(null) ?? throw Missing("ServiceProvider"));

    private static Type Client() => Runtime.GetType("Amazon.JSII.Runtime.Services.IClient") ?? throw Missing("IClient");

    private static InvalidOperationException Missing(string what) => new(
        $"Amazon.JSII.Runtime {Runtime.GetName().Version} has no {what}, which these packages use. Pin an older one, or make the packages without bindings/FastCreate.cs.");
}
