using System.Text.Json;
using System.Text.RegularExpressions;
using RaceSystem.Testing;

namespace RaceSystem.Architecture.Tests.Telemetry;

/// <summary>docs/telemetry.md and the code name the same metrics, and the Grafana dashboard shows no other.</summary>
public sealed partial class TelemetryNameTests
{
    private static readonly string Page = File.ReadAllText(Repository.Combine("docs/telemetry.md"));

    [Fact]
    public void Every_metric_of_the_code_is_on_the_page() =>
        Rule.Holds("Whoever watches a race reads docs/telemetry.md.", InCode().Where(name => !Page.Contains($"`{name}`", StringComparison.Ordinal)));

    [Fact]
    public void Every_metric_on_the_page_is_in_the_code() =>
        Rule.Holds("A metric that is not there cannot be watched.", OnPage().Except(InCode()));

    [Fact]
    public void The_spans_of_the_code_and_of_the_page_are_the_same() =>
        Assert.Equal(
            SpanOnPage().Matches(Page).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
            InServices(SpanInCode()).Order(StringComparer.Ordinal));

    [Fact]
    public void Grafana_shows_metrics_that_exist()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Repository.Combine("deploy/grafana/racesystem.json")));
        var shown = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .SelectMany(target => PrometheusName().Matches(target.GetProperty("expr").GetString()!))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToArray();
        var known = OnPage().Select(name => name.Replace('.', '_')).ToHashSet();

        Assert.NotEmpty(shown);
        Rule.Holds("A panel of a metric that nobody emits stays empty on race day.", shown.Where(name => !known.Contains(name)));
    }

    /// <summary>Metrics are made from a literal, or from a constant of TelemetryNames whose summary says which kind.</summary>
    private static HashSet<string> InCode() => InServices(MetricInCode());

    private static HashSet<string> InServices(Regex pattern) =>
    [
        .. SourceTree.Code.Where(file => file.Path.StartsWith("services/", StringComparison.Ordinal))
            .SelectMany(file => pattern.Matches(file.Text))
            .Select(match => match.Groups["name"].Value),
    ];

    private static HashSet<string> OnPage() => [.. MetricOnPage().Matches(Page).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""(?:Create\w+<?\w*>?\(\s*|<summary>(?:Counter|Histogram|Gauge)[^\n]*\n\s*public const string \w+ = )"(?<name>racesystem\.[a-z_.]+)""")]
    private static partial Regex MetricInCode();

    [GeneratedRegex("""(?:StartActivity\(\s*|string \w+Activity = )"(?<name>[^"]+)""")]
    private static partial Regex SpanInCode();

    [GeneratedRegex(@"^\| `([a-z]+[. ][a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex SpanOnPage();

    [GeneratedRegex(@"^\| `(racesystem\.[a-z_.]+)` \| (?:counter|histogram|gauge|up-down counter)", RegexOptions.Multiline)]
    private static partial Regex MetricOnPage();

    [GeneratedRegex(@"\b(racesystem_\w+?)(?:_total|_seconds_bucket|_bucket)?\b(?=[\[)\s])")]
    private static partial Regex PrometheusName();
}
