using Google.Protobuf.WellKnownTypes;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using RaceSystem.Testing;
using RaceSystem.Timing.V1;
using Field = RaceSystem.Results.Tests.Core.Field;

namespace RaceSystem.Results.Tests.Service;

/// <summary>A meet with a marathon (start, half, finish), told record by record; times in seconds after 09:00.</summary>
internal sealed class SampleMeet(ResultsHost host, string meetId)
{
    public const string RaceId = "marathon";

    public string MeetId => meetId;

    public ResultsService.ResultsServiceClient Client => host.Client;

    public long RegistrationHead { get; private set; }

    public long TimingHead { get; private set; }

    /// <summary>Meet and race.</summary>
    public SampleMeet Planned(RuleProfile profile = RuleProfile.WorldAthletics, Action<Race>? shape = null)
    {
        var race = new Race
        {
            RaceId = RaceId,
            DisplayName = "Marathon",
            Rules = new RankingRules { Profile = profile },
            Course = new Course(),
            Waves = { new Wave { WaveId = "first" } },
            Divisions = { new Division { DivisionId = "M40", Sex = Sex.Male, MinAge = 40, MaxAge = 49 } },
        };
        race.Course.Visits.Add(new CourseVisit { SplitId = "start", DisplayName = "Start", TimingPointId = "start", Kind = CourseVisitKind.Start });
        race.Course.Visits.Add(new CourseVisit { SplitId = "half", DisplayName = "Half", TimingPointId = "half", DistanceM = 21_098, Kind = CourseVisitKind.Split });
        race.Course.Visits.Add(new CourseVisit { SplitId = "finish", DisplayName = "Finish", TimingPointId = "finish", DistanceM = 42_195, Kind = CourseVisitKind.Finish });
        shape?.Invoke(race);
        var meet = new MeetRecord { MeetId = meetId, DisplayName = "Pyongyang", TimeZone = "Asia/Pyongyang", RaceDay = "2025-04-06", RaceIds = { RaceId } };
        return Register("meet", new RegistrationRecord { Meet = meet }).Register("race/" + RaceId, new RegistrationRecord { Race = race });
    }

    public SampleMeet Entered(string bib, Sex sex = Sex.Male, int age = 0, string division = "", string country = "PRK", Action<EntryRecord>? also = null)
    {
        var entry = new EntryRecord { EntryId = "e-" + bib, RaceId = RaceId, Bib = bib, Chips = { "C" + bib }, WaveId = "first", DisplayName = "Runner " + bib, Sex = sex, Age = age, DivisionId = division, Country = country };
        also?.Invoke(entry);
        return Register("entry/e-" + bib, new RegistrationRecord { Entry = entry });
    }

    public SampleMeet Gun(double seconds = 0) =>
        Time("gun/marathon/first", new TimingRecord { GunStart = new GunStart { RaceId = RaceId, WaveId = "first", StartTime = Stamp(seconds) } });

    public SampleMeet Passed(string bib, string point, params double[] seconds)
    {
        var passings = new ChipPassings { TimingPointId = point, Chip = "C" + bib };
        passings.Passings.AddRange(seconds.Select(second => new Passing { TimeUs = Field.At(second).Micros, SpanUs = 300_000, ReadCount = 5, PeakRssiDbm = -40 }));
        return Time($"passings/{point}/C{bib}", new TimingRecord { Passings = passings });
    }

    /// <summary>A runner with all three crossings.</summary>
    public SampleMeet Ran(string bib, double start, double half, double finish, Sex sex = Sex.Male, int age = 0, string division = "") =>
        Entered(bib, sex, age, division).Passed(bib, "start", start).Passed(bib, "half", half).Passed(bib, "finish", finish);

    /// <summary>Has everything committed so far delivered and waits until the standings contain it.</summary>
    public async Task<SampleMeet> StandsAsync()
    {
        host.Registration.Deliver(meetId);
        host.Timing.Deliver(meetId);
        await Eventually.TrueAsync(async () => await ProgressAsync() is var progress && progress.RegistrationSequence >= RegistrationHead && progress.TimingSequence >= TimingHead);
        return this;
    }

    public async Task<GetMeetProgressResponse> ProgressAsync() =>
        await Client.GetMeetProgressAsync(new GetMeetProgressRequest { MeetId = meetId }, cancellationToken: TestContext.Current.CancellationToken);

    public async Task<GetStandingsResponse> StandingsAsync(StandingsFilter? filter = null, int pageSize = 0, string pageToken = "") =>
        await Client.GetStandingsAsync(new GetStandingsRequest { MeetId = meetId, RaceId = RaceId, Filter = filter, PageSize = pageSize, PageToken = pageToken }, cancellationToken: TestContext.Current.CancellationToken);

    public async Task<DeclareStatusResponse> DeclareAsync(string requestId, params (string Bib, ResultStatus Status)[] runners)
    {
        var request = new DeclareStatusRequest { MeetId = meetId, RequestId = requestId };
        request.Declarations.AddRange(runners.Select(runner => new StatusDeclaration { RaceId = RaceId, Bib = runner.Bib, Status = runner.Status, DeclaredBy = "referee" }));
        return await Client.DeclareStatusAsync(request, cancellationToken: TestContext.Current.CancellationToken);
    }

    /// <summary>Records a decision and waits until the standings contain it.</summary>
    public async Task<RecordAdjudicationResponse> DecideAsync(Adjudication adjudication, string requestId = "", bool preview = false)
    {
        var kept = adjudication.Clone();
        kept.DecidedBy = kept.DecidedBy.Length > 0 ? kept.DecidedBy : "referee";
        kept.Note = kept.Note.Length > 0 ? kept.Note : "seen by the judges";
        var request = new RecordAdjudicationRequest { MeetId = meetId, Adjudication = kept, RequestId = requestId, Preview = preview };
        var response = await Client.RecordAdjudicationAsync(request, cancellationToken: TestContext.Current.CancellationToken);
        await ContainsAsync(response.ResultsSequence);
        return response;
    }

    /// <summary>Waits until the standings contain Results' log up to a sequence.</summary>
    public Task ContainsAsync(long resultsSequence) => Eventually.TrueAsync(async () => (await ProgressAsync()).ResultsSequence >= resultsSequence);

    public async Task<IReadOnlyList<string>> BibsAsync() => [.. (await StandingsAsync()).Standings.Select(row => row.Bib)];

    public static Timestamp Stamp(double seconds) => Timestamp.FromDateTimeOffset(Field.At(seconds).ToDateTimeOffset());

    public SampleMeet Register(string key, RegistrationRecord record)
    {
        host.Registration.Commit(meetId, (key, record));
        RegistrationHead++;
        return this;
    }

    private SampleMeet Time(string key, TimingRecord record)
    {
        host.Timing.Commit(meetId, (key, record));
        TimingHead++;
        return this;
    }
}
