using RaceSystem.Dashboard.Service.Desk;

namespace RaceSystem.Dashboard.Service.Decisions;

/// <summary>What a person filled in about a decision, as it was written. Immutable.</summary>
public sealed class DecisionFields
{
    /// <summary>Names in the form.</summary>
    public const string Kind = "kind", Race = "race", Bib = "bib_number", Rule = "rule", Time = "time", Split = "split", At = "at", Never = "never", Wave = "wave", Bibs = "bibs",
        Other = "other", Chip = "chip", Counts = "counts", ToRace = "to_race", ToWave = "to_wave", Anomaly = "anomaly", Note = "note", By = "by";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Kind, Race, Bib, Rule, Time, Split, At, Never, Wave, Bibs, Other, Chip, Counts, ToRace, ToWave, Anomaly, Note, By];

    /// <summary>What they are called on the page.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Kind] = "Decision", [Race] = "Race", [Bib] = "Bib", [Rule] = "Rule number", [Time] = "Time", [Split] = "Split", [At] = "Time of day", [Never] = "Not measured here", [Wave] = "Wave",
        [Bibs] = "Bibs in the order of the finish", [Other] = "Other bib", [Chip] = "Chip", [Counts] = "Whose", [ToRace] = "Race that was run", [ToWave] = "Wave there", [Anomaly] = "Anomaly",
        [Note] = "Why", [By] = "Who decides",
    };

    private readonly Dictionary<string, string> _values;

    /// <summary>What is filled in; fields without a value are empty.</summary>
    public DecisionFields(IEnumerable<KeyValuePair<string, string>> values) =>
        _values = values.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>A field; empty where nothing was filled in.</summary>
    public string this[string name] => _values.GetValueOrDefault(name, "");

    /// <summary>The kind; null: none that there is.</summary>
    public DecisionKindInfo? KindInfo => DecisionKindInfo.Find(this[Kind]);

    /// <summary>What is filled in, for hidden fields.</summary>
    public IEnumerable<(string Name, string Value)> Filled => Names.Where(_values.ContainsKey).Select(name => (name, _values[name]));

    /// <summary>What was sent.</summary>
    public static DecisionFields Read(PostedForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new DecisionFields(Names.Select(name => KeyValuePair.Create(name, form[name])));
    }

    /// <summary>The same with another value in one field.</summary>
    public DecisionFields With(string name, string value) =>
        new(_values.Where(pair => pair.Key != name).Append(KeyValuePair.Create(name, value)));

    /// <summary>The form's name of a field of the contract: of <c>adjudication.penalty.time</c> it is <c>time</c>.</summary>
    public static string NameOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var last = path[(path.LastIndexOf('.') + 1)..];
        return last switch
        {
            "bib" => Bib,
            "note" => Note,
            "decided_by" => By,
            "race_id" => Race,
            "rule_number" => Rule,
            "split_id" or "from_split_id" => Split,
            "passing_time" => At,
            "time" when path.Contains("start_decision", StringComparison.Ordinal) => At,
            "time" or "offset" or "start_decision" => Time,
            "wave_id" => Wave,
            "other_bib" => Other,
            "to_race_id" => ToRace,
            "to_wave_id" => ToWave,
            "anomaly_id" => Anomaly,
            _ when last.StartsWith("bibs", StringComparison.Ordinal) => Bibs,
            _ => Names.Contains(last) ? last : Kind,
        };
    }
}
