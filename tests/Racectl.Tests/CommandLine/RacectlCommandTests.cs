using RaceSystem.Racectl.CommandLine;
using RaceSystem.Testing;

namespace RaceSystem.Racectl.Tests.CommandLine;

public sealed class RacectlCommandTests
{
    [Theory]
    [InlineData("replay")]
    [InlineData("replay f.csv --basis hand")]
    [InlineData("replay f.csv --splits start")]
    [InlineData("replay f.csv --speed slow")]
    [InlineData("replay f.csv --speed 0x")]
    [InlineData("replay f.csv --reads-per-crossing 0")]
    [InlineData("replay f.csv --duplicate 1.5")]
    [InlineData("replay f.csv --shuffle 30")]
    [InlineData("replay f.csv --seed many")]
    [InlineData("replay f.csv --meet Berlin!")]
    [InlineData("results export")]
    [InlineData("results export --meet m --format xml")]
    [InlineData("results export --meet m --format pdf")]
    [InlineData("standings --meet m")]
    [InlineData("standings --meet m --race r --sex W")]
    [InlineData("standings --meet m --race r --live --split 5k")]
    [InlineData("standings --meet m --race r --top 5000")]
    [InlineData("entries import f.csv")]
    [InlineData("entries erase --meet m --entry e")]
    [InlineData("entries erase --meet m --entry e --yes false")]
    [InlineData("entries erase --meet m --yes")]
    [InlineData("reads import f.txt --format ipico --meet m")]
    [InlineData("reads import f.txt --format ipico --meet m --point p")]
    [InlineData("reads import f.txt --format ipico --meet m --point p --device D")]
    [InlineData("reads import f.txt --format morse --meet m --point p --device d")]
    [InlineData("reads import f.txt --format ipico --meet m --point p --device d --time-zone Mars/Base")]
    [InlineData("reads import f.txt --format ipico --meet m --point p --device d --date 5.4.2026")]
    [InlineData("reads import f.txt --format csv --meet m --point p --device d --map chip")]
    [InlineData("reads import f.txt --format mylaps --meet m --map-location Start=start")]
    [InlineData("reads import f.txt --format mylaps --meet m --map-location Start=start:s-1 --map-location start=start:s-2")]
    [InlineData("timing simulate f.csv")]
    [InlineData("timing simulate f.csv --protocol morse")]
    [InlineData("timing simulate f.csv --protocol mylaps,morse")]
    [InlineData("timing simulate f.csv --protocol mylaps --disconnects 2")]
    [InlineData("timing simulate f.csv --protocol mylaps --time-zone there")]
    [InlineData("timing simulate f.csv --protocol mylaps --agent 127.0.0.1")]
    [InlineData("timing simulate f.csv --protocol ipico --agent 127.0.0.1:3097")]
    [InlineData("agegrade --file f.csv")]
    [InlineData("agegrade --file f.csv --tables 2016")]
    [InlineData("agegrade --tables 2015")]
    [InlineData("results awards --meet m")]
    [InlineData("results teams --race r")]
    [InlineData("results legs --meet m --race r --leg 0")]
    [InlineData("results agegrade --meet m --race r --sex X")]
    [InlineData("results nations --meet m")]
    [InlineData("results live --meet m")]
    [InlineData("results live --meet m --race r --top 11")]
    [InlineData("results predict --race r --bib 7")]
    [InlineData("results explain --meet m")]
    [InlineData("results what-if --meet m")]
    [InlineData("results what-if --meet m --file f.json --rows 0")]
    [InlineData("results anomalies --meet m --kind rain")]
    [InlineData("results cuts --meet m --race r --min-probability 2")]
    [InlineData("results publish --meet m --race r --state final --by me")]
    [InlineData("results publish --meet m --race r --state official")]
    [InlineData("results download --meet m --race r")]
    [InlineData("results reproduce")]
    [InlineData("results reproduce --file f.jsonl")]
    [InlineData("results proof verify RS1:A")]
    [InlineData("results certificate --meet m --bib 7")]
    [InlineData("results certificate --meet m --bib 7 -o f.pdf --language fr")]
    [InlineData("results certificate --meet m --bib 7 -o f.pdf --classification first")]
    [InlineData("results bulletin")]
    [InlineData("results bulletin --meet m --format docx")]
    [InlineData("adjudicate")]
    [InlineData("adjudicate disqualify --meet m --bib 7 --by me --note n")]
    [InlineData("adjudicate disqualify --meet m --bib 7 --rule r --by me")]
    [InlineData("adjudicate penalty --meet m --bib 7 --time soon --by me --note n")]
    [InlineData("adjudicate crossing --meet m --bib 7 --split s --by me --note n")]
    [InlineData("adjudicate crossing --meet m --bib 7 --split s --none --at 2025-04-06T09:00:00Z --by me --note n")]
    [InlineData("adjudicate start --meet m --bib 7 --offset 1m --wave b --by me --note n")]
    [InlineData("adjudicate order --meet m --race r --by me --note n")]
    [InlineData("adjudicate decide-appeal d --meet m --race r --outcome perhaps --by me --note n")]
    [InlineData("meet apply")]
    [InlineData("meet")]
    [InlineData("timing manual --meet m")]
    [InlineData("timing manual --meet m --point p --bib 7")]
    [InlineData("timing manual --meet m --point p --bib 7 --time 10:00:00 --file f.csv")]
    [InlineData("timing manual --meet m --point p --file f.csv --date today")]
    [InlineData("timing manual --meet m --point p --file f.csv --window long")]
    [InlineData("timing manual list --point p")]
    [InlineData("timing manual revoke --meet m --by me --note n")]
    [InlineData("timing manual revoke h-1 --meet m --by me")]
    [InlineData("timing gun")]
    [InlineData("timing gun record --meet m --race r --by me")]
    [InlineData("timing gun record --meet m --race r --by me --at noon")]
    [InlineData("timing gun record --meet m --race r --by me --device d")]
    [InlineData("timing gun record --meet m --race r --by me --marker 2025-04-06T10:00:00Z")]
    [InlineData("timing gun record --meet m --race r --by me --at 2025-04-06T10:00:00Z --device d --marker 2025-04-06T10:00:00Z")]
    [InlineData("timing gun record --meet m --race r --at 2025-04-06T10:00:00Z")]
    [InlineData("timing gun list")]
    [InlineData("timing gun markers --point p")]
    [InlineData("timing decoder")]
    [InlineData("timing decoder apply --meet m")]
    [InlineData("timing decoder remove --meet m")]
    [InlineData("timing decoder dead-letters")]
    [InlineData("timing clock")]
    [InlineData("timing clock estimate --meet m")]
    [InlineData("timing clock estimate --meet m --device d --from yesterdayish")]
    [InlineData("timing clock correct --meet m --device d --by me")]
    [InlineData("timing clock correct --meet m --device d --by me --offset 1.5s --estimate")]
    [InlineData("timing clock correct --meet m --device d --by me --offset soon")]
    [InlineData("timing clock correct --meet m --device d --by me --offset 1s --drift 20")]
    [InlineData("timing clock correct --meet m --device d --offset 1s")]
    [InlineData("timing clock revoke --meet m --by me")]
    [InlineData("timing quarantine list --meet m --state lost")]
    [InlineData("timing quarantine decide q-1 --meet m --by me")]
    [InlineData("timing quarantine decide q-1 --meet m --by me --decision correct")]
    [InlineData("timing quarantine decide q-1 --meet m --by me --decision release --offset 1h")]
    [InlineData("dance")]
    [InlineData("--server nowhere standings --meet m --race r")]
    public async Task A_wrong_command_line_is_a_usage_error_with_a_pointer_to_help(string line)
    {
        var (code, output, error) = await RunAsync(line);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--help", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", output + error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "replay")]
    [InlineData("replay --help", "--reads-per-crossing")]
    [InlineData("results export --help", "--format")]
    [InlineData("agegrade --help", "--tables")]
    [InlineData("standings --help", "--watch")]
    [InlineData("entries import --help", "--skip-invalid")]
    [InlineData("meet apply --help", "-f")]
    [InlineData("reads import --help", "--map-location")]
    [InlineData("timing simulate --help", "--disconnects")]
    [InlineData("timing clock correct --help", "--estimate")]
    [InlineData("timing quarantine decide --help", "--decision")]
    [InlineData("timing manual --help", "--override")]
    [InlineData("timing manual --help", "revoke")]
    [InlineData("timing gun record --help", "--marker")]
    public async Task Help_names_the_options_and_succeeds(string line, string option)
    {
        var (code, output, _) = await RunAsync(line);
        Assert.Equal(ExitCode.Ok, code);
        Assert.Contains(option, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("standings --meet m --race r")]
    [InlineData("results awards --meet m --race r")]
    [InlineData("results live --meet m --race r --split half --top 10")]
    [InlineData("results predict --meet m --race r --bib 7")]
    [InlineData("results teams --meet m --race r --rule clubs")]
    [InlineData("results legs --meet m --race r --leg 2")]
    [InlineData("results agegrade --meet m --race r --sex F --top 5")]
    [InlineData("results nations --meet m --race r")]
    [InlineData("entries erase --meet m --entry e --yes")]
    [InlineData("results export --meet m")]
    [InlineData("results explain --meet m --bib 7")]
    [InlineData("results bulletin --meet m --language ko")]
    [InlineData("results publish --meet m --race r --state amended --by me --reason n")]
    [InlineData("results reproduce --meet m --race r")]
    [InlineData("adjudicate penalty --meet m --bib 7 --time 30s --by me --note n --preview")]
    [InlineData("adjudicate adjust --meet m --bib 7 --time -45s --from 10k --by me --note n")]
    [InlineData("adjudicate revoke d --meet m --race r --by me --note n")]
    [InlineData("timing manual list --meet m --bib 7")]
    [InlineData("timing manual revoke h-1 --meet m --by me --note n")]
    [InlineData("timing gun record --meet m --race r --at 2025-04-06T10:00:00Z --by me")]
    [InlineData("timing gun record --meet m --race r --wave w --device d --marker 2025-04-06T10:00:00.250000Z --by me --note n")]
    [InlineData("timing gun list --meet m")]
    [InlineData("timing gun markers --meet m --device d")]
    [InlineData("timing decoder list --meet m")]
    [InlineData("timing decoder remove a b --meet m")]
    [InlineData("timing decoder dead-letters --meet m --decoder d")]
    [InlineData("timing clock estimate --meet m --device d")]
    [InlineData("timing clock correct --meet m --device d --offset -1.5s --drift 20 --at 2025-04-06T10:00:00Z --by me")]
    [InlineData("timing clock revoke c-1 --meet m --by me")]
    [InlineData("timing clock list --meet m")]
    [InlineData("timing quarantine list --meet m --state open")]
    [InlineData("timing quarantine decide q-1 --meet m --by me --decision correct --offset 20454d")]
    public async Task A_service_that_is_away_is_a_failure_that_names_the_address(string line)
    {
        var (code, _, error) = await RunAsync(line + " --server http://127.0.0.1:9");
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("http://127.0.0.1:9", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay no-such-file.csv")]
    [InlineData("replay no-such-file.csv --speed max")]
    [InlineData("replay no-such-file.csv --speed 60x")]
    [InlineData("entries import no-such-file.csv --meet m")]
    [InlineData("meet apply -f no-such-file.json")]
    [InlineData("results what-if --meet m --file no-such-file.json")]
    [InlineData("results verify no-such-file.jsonl")]
    [InlineData("results reproduce --file no-such-file.jsonl --evidence no-such-file.evidence")]
    [InlineData("timing decoder apply --meet m --file no-such-file.json")]
    [InlineData("adjudicate order --meet m --race r --file no-such-file.txt --by me --note n")]
    public async Task A_file_that_is_not_there_is_a_failure_that_names_it(string line)
    {
        var (code, _, error) = await RunAsync(line);
        Assert.Equal(ExitCode.Failed, code);
        Assert.Contains("no-such-file", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_come_from_the_environment_and_options_win()
    {
        string? Environment(string name) => name switch
        {
            "RACESYSTEM_SERVER" => "http://127.0.0.1:8",
            "RACESYSTEM_RESULTS" => "http://127.0.0.1:7",
            _ => null,
        };
        Assert.Contains("http://127.0.0.1:7", (await RunAsync("standings --meet m --race r", Environment)).Error, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:6", (await RunAsync("standings --meet m --race r --results http://127.0.0.1:6", Environment)).Error, StringComparison.Ordinal);
        Assert.Contains("http://127.0.0.1:5", (await RunAsync("standings --meet m --race r --server http://127.0.0.1:5", Environment)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_ends_with_130()
    {
        using var folder = new TempFolder();
        var file = folder.Combine("race.csv");
        await File.WriteAllTextAsync(file, "status,official_time_s\nFIN,8000\n", TestContext.Current.CancellationToken);
        using var interrupt = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var (code, _, _) = await RunAsync($"replay {file} --server http://127.0.0.1:9", cancellationToken: interrupt.Token);
        Assert.Equal(ExitCode.Interrupted, code);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(
        string line, Func<string, string?>? environment = null, CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await RacectlCommand.RunAsync(line.Split(' '), output, error, environment ?? (_ => null), cancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}
