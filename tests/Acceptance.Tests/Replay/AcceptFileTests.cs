using RaceSystem.Acceptance.Tests.Comparison;
using RaceSystem.Acceptance.Tests.Systems;

namespace RaceSystem.Acceptance.Tests.Replay;

public sealed class AcceptFileTests(RunningSystems systems)
{
    public static TheoryData<SystemShape, string> Cases()
    {
        var cases = new TheoryData<SystemShape, string>();
        foreach (var file in AcceptFile.Everything)
        {
            // The largest file in AllInOne is LargestRaceTests: alone in its process, because that is measured too.
            foreach (var shape in Enum.GetValues<SystemShape>().Where(shape => shape != SystemShape.AllInOne || file.Name != AcceptFile.Largest))
            {
                cases.Add(new TheoryDataRow<SystemShape, string>(shape, file.Name)
                {
                    Skip = file.EveryDay || AcceptFile.All ? null : $"Replayed with {AcceptFile.Variable}=all.",
                });
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_real_race_gets_the_times_and_places_that_were_published(SystemShape shape, string name)
    {
        var accept = AcceptFile.Named(name);
        var file = accept.Require();
        using var folder = new TempFolder("accept");

        var result = await ReplayRun.RunAsync(await systems.GetAsync(shape), file, folder, accept.ReplayOptions);

        ResultsComparison.AssertEqual(file, result);
    }
}
