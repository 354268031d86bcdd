using System.Globalization;
using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Replay;

public sealed class SyntheticRaceTests(RunningSystems systems)
{
    [Theory]
    [InlineData(SystemShape.AllInOne, RaceBasis.Net, false, false)]
    [InlineData(SystemShape.AllInOne, RaceBasis.Net, true, true)]
    [InlineData(SystemShape.AllInOne, RaceBasis.Gun, false, false)]
    [InlineData(SystemShape.AllInOne, RaceBasis.NetElseGun, false, false)]
    [InlineData(SystemShape.SeparateHosts, RaceBasis.NetElseGun, true, false)]
    public async Task Every_runner_gets_the_time_places_and_status_of_the_oracle(SystemShape shape, RaceBasis basis, bool shared, bool blankBibs)
    {
        var script = RaceScript.Create(Seed.Next(), new RaceScriptOptions { Runners = 800, Basis = basis, SharedPlaces = shared, BlankBibs = blankBibs });
        using var folder = new TempFolder("synthetic");
        var file = script.WriteTo(folder.Combine("race.csv.gz"));

        var result = await ReplayRun.RunAsync(await systems.GetAsync(shape), file, folder, [.. Options(basis)]);

        ResultsComparison.AssertEqual(file, result);
        var rows = CsvRows.Read(result).ToDictionary(row => row["bib"], StringComparer.Ordinal);
        Assert.All(script.Expected, expected =>
        {
            var row = rows[expected.Bib];
            Assert.Equal((expected.Bib, expected.Status), (expected.Bib, row["status"]));
            Assert.Equal(Text(expected.OfficialTime), row["official_time_s"]);
            Assert.Equal(Text(expected.PlaceOverall), row["place_overall"]);
            Assert.Equal(Text(expected.PlaceBySex), row["place_sex"]);
            Assert.Equal(Text(expected.PlaceByDivision), row["place_division"]);
        });
    }

    [Fact]
    public async Task Duplicates_disorder_and_any_seed_give_the_same_bytes_in_both_shapes()
    {
        var seed = Seed.Next();
        var script = RaceScript.Create(seed, new RaceScriptOptions { Runners = 600, Basis = RaceBasis.NetElseGun });
        using var folder = new TempFolder("synthetic");
        var file = script.WriteTo(folder.Combine("race.csv"));
        string[] options = [.. Options(RaceBasis.NetElseGun)];

        var clean = await ReplayRun.RunAsync(await systems.GetAsync(SystemShape.AllInOne), file, folder, options);
        ResultsComparison.AssertEqual(file, clean);

        foreach (var shape in Enum.GetValues<SystemShape>())
        {
            string[] noise = ["--duplicate", "0.3", "--shuffle", "120s", "--seed", Text(seed % 1000 + (int)shape)];
            SameBytes.Assert(clean, await ReplayRun.RunAsync(await systems.GetAsync(shape), file, folder, [.. options, .. noise]));
        }
    }

    internal static IReadOnlyList<string> Options(RaceBasis basis) => basis switch
    {
        RaceBasis.Gun => ["--basis", "gun", "--splits", "net"],
        RaceBasis.Net => ["--basis", "net"],
        _ => ["--basis", "net-else-gun"],
    };

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
