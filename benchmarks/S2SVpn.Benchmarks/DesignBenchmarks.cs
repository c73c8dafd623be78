using BenchmarkDotNet.Attributes;
using S2SVpn.Design;
using S2SVpn.Design.Findings;
using S2SVpn.Design.Planning;
using S2SVpn.Design.Request.Comparing;
using S2SVpn.Design.Request.Reading;
using S2SVpn.Design.Rules;

namespace S2SVpn.Benchmarks;

/// <summary>What a request costs from its text to its plan, by the number of its links between 400 sites.</summary>
[Config(typeof(InThisProcess)), MemoryDiagnoser]
public class DesignBenchmarks
{
    private string _text = "";
    private RequestDocument _document = null!;

    [Params(10, 100, 500, 1000)]
    public int Links { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _text = LargeRequest.Write(Links);
        _document = Read().Document ?? throw new InvalidOperationException(Read().Findings[0].Message);
    }

    [Benchmark]
    public ReadResult Read() => RequestReader.Read(_text, "s2svpn.yaml", _ => null);

    [Benchmark]
    public ValueList<Finding> Check() => RuleBook.Check(_document);

    [Benchmark]
    public ConnectivityPlan Plan() => ConnectivityPlan.CreateUnchecked(_document.Request);

    [Benchmark]
    public object Compare() => RequestComparison.Between(_document.Request, _document.Request with { Name = "other" });

    [Benchmark]
    public ConnectivityPlan All()
    {
        var document = Read().Document!;
        return RuleBook.Check(document).Any(finding => finding.Stops)
            ? throw new InvalidOperationException("The rules refuse the request.")
            : ConnectivityPlan.CreateUnchecked(document.Request);
    }
}
