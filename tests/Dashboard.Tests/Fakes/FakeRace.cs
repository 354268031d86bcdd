using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>A race that tests drive by hand: standings are sorted anew for each question. Guarded by the meet's lock.</summary>
internal sealed class FakeRace(string id, string name, params (string Id, string Name, long Metres)[] splits)
{
    public string Id => id;

    public List<FakeRunner> Runners { get; } = [];

    public Timestamp? Gun { get; set; }

    public string LastOf(FakeRunner runner) => splits.LastOrDefault(split => runner.Passed.ContainsKey(split.Id)).Id ?? "";

    public IReadOnlyList<Standing> Standings(StandingsFilter? filter)
    {
        filter ??= new StandingsFilter();
        var split = filter.SplitId.Length > 0 ? filter.SplitId : "finish";
        var order = splits.Select(visit => visit.Id).ToList();
        IEnumerable<FakeRunner> field = filter.Live
            ? Runners.Where(runner => runner.Passed.Count > 0).OrderByDescending(runner => order.IndexOf(LastOf(runner))).ThenBy(runner => runner.Passed[LastOf(runner)])
            : Runners.Where(runner => runner.Passed.ContainsKey(split)).OrderBy(runner => runner.Passed[split]);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<Standing>();
        foreach (var runner in field)
        {
            var row = runner.At(filter.Live ? LastOf(runner) : split, LastOf(runner));
            row.Places = new Places { Overall = Next(places, "all"), BySex = Next(places, $"{runner.Sex}"), ByDivision = Next(places, $"{runner.Division}") };
            if ((filter.Sex == Sex.Unspecified || filter.Sex == runner.Sex) && (filter.DivisionId.Length == 0 || filter.DivisionId == runner.Division))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public RaceProgress Progress()
    {
        var progress = new RaceProgress
        {
            RaceId = id,
            DisplayName = name,
            EntryCount = Runners.Count,
            StartedCount = Runners.Count(runner => runner.Passed.Count > 0),
            OnCourseCount = Runners.Count(runner => runner.Passed.Count > 0 && !runner.Passed.ContainsKey("finish")),
            FinishedCount = Runners.Count(runner => runner.Passed.ContainsKey("finish")),
            FirstGunStartTime = Gun,
        };
        progress.Splits.Add(splits.Select(split => new SplitSummary { SplitId = split.Id, DisplayName = split.Name, DistanceM = split.Metres, PassedCount = Runners.Count(runner => runner.Passed.ContainsKey(split.Id)) }));
        progress.DivisionIds.Add(Runners.Select(runner => runner.Division).Distinct().Order(StringComparer.Ordinal));
        return progress;
    }

    public ParticipantResult Result(FakeRunner runner)
    {
        var standing = Standings(new StandingsFilter()).FirstOrDefault(row => row.Bib == runner.Bib) ?? runner.At("finish", LastOf(runner));
        var result = new ParticipantResult { RaceId = id, Standing = standing, GunStartTime = Gun };
        foreach (var split in splits)
        {
            var line = new SplitResult { SplitId = split.Id, DisplayName = split.Name, DistanceM = split.Metres };
            if (runner.Passed.TryGetValue(split.Id, out var seconds) && Gun is not null)
            {
                line.Measured = true;
                line.PassingTime = Timestamp.FromDateTimeOffset(Gun.ToDateTimeOffset().AddSeconds(seconds));
                var row = Standings(new StandingsFilter { SplitId = split.Id }).Single(candidate => candidate.Bib == runner.Bib);
                (line.Places, line.OfficialTime, line.GunTime, line.NetTime) = (row.Places, row.OfficialTime, row.GunTime, row.NetTime);
                result.StartTime ??= split.Metres == 0 ? line.PassingTime : null;
            }

            result.Splits.Add(line);
        }

        return result;
    }

    private static int Next(Dictionary<string, int> places, string group) => places[group] = places.GetValueOrDefault(group) + 1;
}
