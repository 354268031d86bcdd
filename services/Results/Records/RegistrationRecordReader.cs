using RaceSystem.Registration.V1;
using RaceSystem.Results.Core.Races;
using RaceSystem.Results.Core.Scoring;
using Entry = RaceSystem.Results.Core.Races.Entry;
using RelayRunner = RaceSystem.Results.Core.Races.RelayRunner;
using PersonOutcomes = RaceSystem.Results.Core.Races.PersonOutcomes;
using Visibility = RaceSystem.Results.Core.Races.Visibility;

namespace RaceSystem.Results.Records;

/// <summary>Puts records of Registration's log into the scoring. Not safe to share between threads.</summary>
public sealed class RegistrationRecordReader
{
    /// <summary>Texts that many entries share are kept once; past this bound each entry keeps its own.</summary>
    private const int MaxSharedTexts = 20_000;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Visibility> _hidden = new(StringComparer.Ordinal);

    /// <summary>Entries that are not public, whether they take part or not.</summary>
    public IReadOnlyDictionary<string, Visibility> HiddenEntries => _hidden;

    /// <summary>Forgets the entries: the log starts over.</summary>
    public void Forget() => _hidden.Clear();

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
                scoring.SetRace(RaceRecordReading.RaceOf(record.Race));
                break;
            case RegistrationRecord.ValueOneofCase.Entry:
                var entry = EntryOf(record.Entry);
                Note(entry);
                scoring.SetEntry(entry);
                break;
            default:
                // Written by a newer Registration: not for this version.
                break;
        }
    }

    private void Note(Entry entry)
    {
        if (entry.Visibility == Visibility.Public)
        {
            _hidden.Remove(entry.EntryId);
        }
        else
        {
            _hidden[entry.EntryId] = entry.Visibility;
        }
    }

    /// <summary>An entry as scoring knows it.</summary>
    internal Entry EntryOf(EntryRecord entry) => new()
    {
        EntryId = entry.EntryId,
        RaceId = Shared(entry.RaceId),
        Bib = entry.Bib,
        Chips = [.. entry.Chips],
        WaveId = Shared(entry.WaveId),
        DisplayName = entry.DisplayName,
        Sex = SexReading.Of(entry.Sex),
        Age = entry.Age,
        Country = Shared(entry.Country),
        Club = Shared(entry.Club),
        DivisionId = Shared(entry.DivisionId),
        Attributes = [.. entry.Attributes.Select(attribute => KeyValuePair.Create(Shared(attribute.Key), Shared(attribute.Value)))],
        Team = Shared(entry.Team),
        RelayRunners = [.. entry.RelayRunners.Select(runner => new RelayRunner(runner.DisplayName, SexReading.Of(runner.Sex), runner.Age))],
        Visibility = entry.Visibility switch
        {
            Registration.V1.Visibility.Anonymous => Visibility.Anonymous,
            Registration.V1.Visibility.Erased => Visibility.Erased,
            _ => Visibility.Public,
        },
        Outcomes = entry.Outcomes is { } kept ? new PersonOutcomes(kept.Met) : null,
        Withdrawn = entry.Withdrawn,
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
