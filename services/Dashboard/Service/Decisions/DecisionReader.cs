using Google.Protobuf.WellKnownTypes;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Kernel;
using RaceSystem.Results.V1;
using Case = RaceSystem.Results.V1.Adjudication.DecisionOneofCase;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>
/// Makes the decision of what was written into the form, and the other way round. Only what cannot be sent is refused here;
/// whether a decision is sound, Results says.
/// </summary>
public sealed class DecisionReader
{
    private readonly DecisionFields _fields;
    private readonly DeskMeet _meet;
    private readonly List<FieldViolation> _violations = [];

    private DecisionReader(DecisionFields fields, DeskMeet meet) => (_fields, _meet) = (fields, meet);

    /// <summary>The decision.</summary>
    /// <exception cref="RefusalException">Something written cannot be understood; the violations name the form's fields.</exception>
    public static Adjudication Read(DecisionFields fields, DeskMeet meet)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(meet);
        var reader = new DecisionReader(fields, meet);
        var adjudication = reader.Read();
        return reader._violations.Count == 0
            ? adjudication
            : throw new RefusalException(RefusalKind.InvalidArgument, "ADJUDICATION_INVALID", "Please look at the marked fields.", reader._violations);
    }

    /// <summary>A decision, for example a suggested one, as it would be written into the form.</summary>
    public static DecisionFields Write(Adjudication adjudication, DeskMeet meet)
    {
        ArgumentNullException.ThrowIfNull(adjudication);
        ArgumentNullException.ThrowIfNull(meet);
        string Moment(Timestamp? time) => TimeEntry.Show(time, meet.Progress.RaceDay, meet.Clock);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [DecisionFields.Kind] = DecisionKindInfo.Of(adjudication)?.Word ?? "",
            [DecisionFields.Race] = adjudication.RaceId,
            [DecisionFields.Bib] = adjudication.Bib,
            [DecisionFields.Note] = adjudication.Note,
            [DecisionFields.By] = adjudication.DecidedBy,
            [DecisionFields.Rule] = adjudication.Disqualification?.RuleNumber ?? adjudication.Penalty?.RuleNumber ?? "",
            [DecisionFields.Time] = TimeEntry.Show(adjudication.Penalty?.Time ?? adjudication.TimeAdjustment?.Time ?? adjudication.StartDecision?.Offset),
            [DecisionFields.Split] = adjudication.TimeAdjustment?.FromSplitId ?? adjudication.CrossingOverride?.SplitId ?? "",
            [DecisionFields.At] = Moment(adjudication.CrossingOverride?.PassingTime ?? adjudication.StartDecision?.Time),
            [DecisionFields.Never] = adjudication.CrossingOverride is { PassingTime: null } ? "yes" : "",
            [DecisionFields.Wave] = adjudication.StartDecision?.WaveId ?? "",
            [DecisionFields.Bibs] = string.Join(' ', adjudication.FinishOrder?.Bibs ?? []),
            [DecisionFields.Other] = adjudication.BibSwap?.OtherBib ?? "",
            [DecisionFields.Chip] = adjudication.ChipDecision?.Chip ?? "",
            [DecisionFields.Counts] = adjudication.ChipDecision is { } chip ? chip.Counts ? "yes" : "no" : "",
            [DecisionFields.ToRace] = adjudication.RaceMove?.ToRaceId ?? "",
            [DecisionFields.ToWave] = adjudication.RaceMove?.ToWaveId ?? "",
            [DecisionFields.Anomaly] = adjudication.AnomalyDismissal?.AnomalyId ?? "",
        };
        return new DecisionFields(values);
    }

    private Adjudication Read()
    {
        var adjudication = new Adjudication { RaceId = _fields[DecisionFields.Race], Note = Text(DecisionFields.Note, "Say why, in a sentence."), DecidedBy = Text(DecisionFields.By, "Say who decides.") };
        if (_fields.KindInfo is not { } kind)
        {
            Wrong(DecisionFields.Kind, "Choose what is to be decided.");
            return adjudication;
        }

        adjudication.Bib = kind.OfRunner ? BibOf(DecisionFields.Bib) : "";
        if (!kind.OfRunner && adjudication.RaceId.Length == 0)
        {
            Wrong(DecisionFields.Race, "Choose the race.");
        }

        Decide(adjudication, kind.Case);
        return adjudication;
    }

    private void Decide(Adjudication adjudication, Case decision)
    {
        switch (decision)
        {
            case Case.Disqualification:
                adjudication.Disqualification = new Disqualification { RuleNumber = Text(DecisionFields.Rule, "Name the rule, for example TR 6.3: it is published.") };
                break;
            case Case.NotClassification:
                adjudication.NotClassification = new NotClassification();
                break;
            case Case.Reinstatement:
                adjudication.Reinstatement = new Reinstatement();
                break;
            case Case.Penalty:
                adjudication.Penalty = new Penalty { Time = DurationOf(), RuleNumber = _fields[DecisionFields.Rule] };
                break;
            case Case.TimeAdjustment:
                adjudication.TimeAdjustment = new TimeAdjustment { Time = DurationOf(), FromSplitId = _fields[DecisionFields.Split] };
                break;
            case Case.CrossingOverride:
                adjudication.CrossingOverride = Crossing();
                break;
            case Case.StartDecision:
                adjudication.StartDecision = Start();
                break;
            case Case.FinishOrder:
                adjudication.FinishOrder = new FinishOrder { Bibs = { Bibs() } };
                break;
            case Case.ChipDecision:
                adjudication.ChipDecision = new ChipDecision { Chip = Text(DecisionFields.Chip, "Write the chip's code.").ToUpperInvariant(), Counts = Counts() };
                break;
            case Case.BibSwap:
                adjudication.BibSwap = new BibSwap { OtherBib = BibOf(DecisionFields.Other) };
                break;
            case Case.RaceMove:
                adjudication.RaceMove = new RaceMove { ToRaceId = Text(DecisionFields.ToRace, "Choose the race that was run."), ToWaveId = _fields[DecisionFields.ToWave] };
                break;
            default:
                adjudication.AnomalyDismissal = new AnomalyDismissal { AnomalyId = Text(DecisionFields.Anomaly, "Name the anomaly.") };
                break;
        }
    }

    private CrossingOverride Crossing()
    {
        var crossing = new CrossingOverride { SplitId = Text(DecisionFields.Split, "Choose the split.") };
        if (_fields[DecisionFields.At].Length > 0 == (_fields[DecisionFields.Never] == "yes"))
        {
            Wrong(DecisionFields.At, "Either write when the runner crossed, or tick that the runner was not measured here.");
        }
        else if (_fields[DecisionFields.Never] != "yes")
        {
            crossing.PassingTime = Moment();
        }

        return crossing;
    }

    private StartDecision Start()
    {
        var start = new StartDecision();
        string[] ways = [DecisionFields.Wave, DecisionFields.Time, DecisionFields.At];
        if (ways.Count(way => _fields[way].Length > 0) != 1)
        {
            Wrong(DecisionFields.Wave, "Fill in one of the three: a wave, a time after the gun, or a time of day.");
        }
        else if (_fields[DecisionFields.Wave].Length > 0)
        {
            start.WaveId = _fields[DecisionFields.Wave];
        }
        else if (_fields[DecisionFields.Time].Length > 0)
        {
            start.Offset = DurationOf();
        }
        else
        {
            start.Time = Moment();
        }

        return start;
    }

    private IReadOnlyList<string> Bibs()
    {
        var bibs = _fields[DecisionFields.Bibs].Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var wrong = bibs.FirstOrDefault(text => !Kernel.Bib.TryParse(text, out _));
        if (bibs.Length < 2 || wrong is not null)
        {
            Wrong(DecisionFields.Bibs, wrong is null ? "Name at least two runners, in the order in which they finished." : $"‘{wrong}’ is no bib.");
            return [];
        }

        return [.. bibs.Select(text => Kernel.Bib.TryParse(text, out var bib) ? bib.Text : text)];
    }

    private bool Counts()
    {
        if (_fields[DecisionFields.Counts] is not ("yes" or "no"))
        {
            Wrong(DecisionFields.Counts, "Say whether the chip's passings are this runner's.");
        }

        return _fields[DecisionFields.Counts] == "yes";
    }

    private string BibOf(string field)
    {
        if (Kernel.Bib.TryParse(_fields[field], out var bib))
        {
            return bib.Text;
        }

        Wrong(field, $"A bib number has 1 to {Kernel.Bib.MaxLength} letters, digits or ‘-’.");
        return "";
    }

    private Duration DurationOf()
    {
        var time = TimeEntry.ParseDuration(_fields[DecisionFields.Time]);
        if (time is null)
        {
            Wrong(DecisionFields.Time, "Write seconds, minutes:seconds or hours:minutes:seconds, for example 30, 1:30 or -0:45.");
        }

        return time ?? new Duration();
    }

    private Timestamp? Moment()
    {
        var moment = TimeEntry.ParseMoment(_fields[DecisionFields.At], _meet.Progress.RaceDay, _meet.Clock);
        if (moment is null)
        {
            Wrong(DecisionFields.At, $"Write the time of day at the venue, for example {TimeEntry.MomentExample}; of another day 2025-04-07 00:10:00.");
        }

        return moment;
    }

    private string Text(string field, string missing)
    {
        if (_fields[field].Length == 0)
        {
            Wrong(field, missing);
        }

        return _fields[field];
    }

    private void Wrong(string field, string description) => _violations.Add(new FieldViolation(field, description));
}
