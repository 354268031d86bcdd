using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Tests.Fakes;

/// <summary>A race that tests drive by hand: standings are sorted anew for each question. Guarded by the meet's lock.</summary>
internal sealed class FakeRace(string id, string name, params (string Id, string Name, long Metres)[] splits)
{
    public string Id => id;

    public List<FakeRunner> Runners { get; } = [];

    public List<NationStanding> Nations { get; } = [];

    /// <summary>Null: more than an answer holds.</summary>
    public GetAwardsResponse? Awards { get; set; } = new();

    public List<TeamStanding> Teams { get; } = [];

    public List<RelayLegRow> Legs { get; } = [];

    public List<ProjectedTeams> Projected { get; } = [];

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

    /// <summary>Everybody on the course is expected at twice the time of the last split, give or take a minute.</summary>
    public IEnumerable<RunnerPrediction> Predictions(IReadOnlyCollection<string> bibs) => Standings(new StandingsFilter { Live = true })
        .Where(row => row.Status == ResultStatus.OnCourse && bibs.Contains(row.Bib))
        .Select(row => new RunnerPrediction { Standing = row, Finish = Expected(row.OfficialTime.Seconds * 2) });

    /// <summary>Race, sexes, divisions and nations, three of each; places gained are two less than the place.</summary>
    public GetLiveRaceResponse Live(string splitId)
    {
        var rows = Standings(splitId.Length == 0 ? new StandingsFilter { Live = true } : new StandingsFilter { SplitId = splitId });
        var live = new GetLiveRaceResponse { ProjectedTeams = { Projected } };
        live.Groups.Add(Groups(LiveGroupKind.Race, rows.GroupBy(_ => (Key: "", Sex: Sex.Unspecified))));
        live.Groups.Add(Groups(LiveGroupKind.Sex, rows.GroupBy(row => (Key: "", row.Sex))));
        live.Groups.Add(Groups(LiveGroupKind.Division, rows.GroupBy(row => (Key: row.DivisionId, Sex: Sex.Unspecified))));
        live.Groups.Add(Groups(LiveGroupKind.Nation, rows.GroupBy(row => (Key: Runners.First(runner => runner.Bib == row.Bib).Country, Sex: Sex.Unspecified))));
        live.Gained.Add(rows.Skip(1).Take(1).Select(row => new LiveRunner { Standing = row, Place = row.Places.Overall, SplitId = row.LastSplitId, PlacesGained = 2 }));
        return live;
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

    private static VisitPrediction Expected(long seconds) => new()
    {
        SplitId = "finish",
        OfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds)),
        LowOfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds - 60)),
        HighOfficialTime = Duration.FromTimeSpan(TimeSpan.FromSeconds(seconds + 60)),
    };

    private static IEnumerable<LiveGroup> Groups(LiveGroupKind kind, IEnumerable<IGrouping<(string Key, Sex Sex), Standing>> groups) => groups.Select(group => new LiveGroup
    {
        Kind = kind,
        Key = group.Key.Key,
        Sex = group.Key.Sex,
        RankedCount = group.Count(),
        Leaders =
        {
            group.Take(3).Select((row, i) => new LiveRunner
            {
                Standing = row,
                Place = i + 1,
                SplitId = row.LastSplitId,
                GapToLeader = Duration.FromTimeSpan(TimeSpan.FromSeconds(5 * i)),
                PlacesGained = i - 1,
            }),
        },
    });

    private static int Next(Dictionary<string, int> places, string group) => places[group] = places.GetValueOrDefault(group) + 1;
}
