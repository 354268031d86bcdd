using RaceSystem.Kernel;
using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using CourseVisit = RaceSystem.Results.Core.Races.CourseVisit;
using Division = RaceSystem.Results.Core.Races.Division;
using Entry = RaceSystem.Results.Core.Races.Entry;
using RuleProfile = RaceSystem.Results.Core.Races.RuleProfile;
using Sex = RaceSystem.Results.Core.Races.Sex;
using TieRule = RaceSystem.Results.Core.Races.TieRule;

namespace RaceSystem.Results.Service.Following;

/// <summary>Puts records of Registration's log into the scoring. Not safe to share between threads.</summary>
internal sealed class RegistrationRecordReader
{
    /// <summary>Texts that many entries share are kept once; past this bound each entry keeps its own.</summary>
    private const int MaxSharedTexts = 20_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <exception cref="Google.Protobuf.InvalidProtocolBufferException">The bytes are no record of Registration.</exception>
    public void Read(ReadOnlySpan<byte> bytes, MeetScoring scoring)
    {
        var record = RegistrationRecord.Parser.ParseFrom(bytes);
        switch (record.ValueCase)
        {
            case RegistrationRecord.ValueOneofCase.Meet:
                var meet = record.Meet;
                scoring.SetMeet(new MeetFacts(meet.MeetId, meet.DisplayName, meet.TimeZone, meet.RaceDay, [.. meet.RaceIds]));
                break;
            case RegistrationRecord.ValueOneofCase.Race:
                scoring.SetRace(RaceOf(record.Race));
                break;
            case RegistrationRecord.ValueOneofCase.Entry:
                scoring.SetEntry(EntryOf(record.Entry));
                break;
            default:
                // Written by a newer Registration: not for this version.
                break;
        }
    }

    private static RaceDefinition RaceOf(Race race) => new()
    {
        RaceId = race.RaceId,
        DisplayName = race.DisplayName,
        Visits = [.. (race.Course?.Visits ?? []).Select(visit => new CourseVisit(visit.SplitId, visit.DisplayName, visit.TimingPointId, visit.DistanceM))],
        Divisions = [.. race.Divisions.Select(division => new Division(division.DivisionId, SexOf(division.Sex), division.MinAge, division.MaxAge, division.RankedBySex))],
        WaveIds = [.. race.Waves.Select(wave => wave.WaveId)],
        Profile = race.Rules?.Profile switch
        {
            Registration.V1.RuleProfile.Net => RuleProfile.Net,
            Registration.V1.RuleProfile.NetWithGunFallback => RuleProfile.NetWithGunFallback,
            _ => RuleProfile.WorldAthletics,
        },
        Ties = race.Rules?.Ties switch
        {
            Registration.V1.TieRule.SharedByHiddenTime => TieRule.SharedByHiddenTime,
            Registration.V1.TieRule.SharedByOfficialTime => TieRule.SharedByOfficialTime,
            _ => TieRule.ByHiddenTime,
        },
        TimeLimit = race.TimeLimit is null ? null : Elapsed.From(race.TimeLimit.ToTimeSpan()),
    };

    private Entry EntryOf(EntryRecord entry) => new()
    {
        EntryId = entry.EntryId,
        RaceId = Shared(entry.RaceId),
        Bib = entry.Bib,
        Chips = [.. entry.Chips],
        WaveId = Shared(entry.WaveId),
        DisplayName = entry.DisplayName,
        Sex = SexOf(entry.Sex),
        Age = entry.Age,
        Country = Shared(entry.Country),
        Club = Shared(entry.Club),
        DivisionId = Shared(entry.DivisionId),
        Withdrawn = entry.Withdrawn,
    };

    private static Sex SexOf(Registration.V1.Sex sex) => sex switch
    {
        Registration.V1.Sex.Male => Sex.Male,
        Registration.V1.Sex.Female => Sex.Female,
        Registration.V1.Sex.NonBinary => Sex.NonBinary,
        _ => Sex.Unknown,
    };

    private string Shared(string text)
    {
        if (_texts.TryGetValue(text, out var shared))
        {
            return shared;
        }

        if (_texts.Count < MaxSharedTexts)
        {
            _texts.Add(text, text);
        }

        return text;
    }
}
