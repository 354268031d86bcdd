using System.Globalization;
using System.Text.Json;
using RaceSystem.Dashboard.Service.Desk;
using RaceSystem.Dashboard.Service.Presentation;
using RaceSystem.Results.V1;

namespace RaceSystem.Dashboard.Service.Publishing;

/// <summary>Versions and what differs between them, in words.</summary>
public static class PublishText
{
    /// <summary>States in the order in which they follow each other.</summary>
    public static IReadOnlyList<ClassificationState> States { get; } = [ClassificationState.Provisional, ClassificationState.Official, ClassificationState.Amended];

    /// <summary>For people.</summary>
    public static string Title(ClassificationState state) => state switch
    {
        ClassificationState.Provisional => "Provisional",
        ClassificationState.Official => "Official",
        ClassificationState.Amended => "Amended",
        _ => "Unknown",
    };

    /// <summary>What publishing in a state means.</summary>
    public static string Meaning(ClassificationState state) => state switch
    {
        ClassificationState.Official => "Publish as official",
        ClassificationState.Amended => "Publish an amendment",
        _ => "Publish as provisional",
    };

    /// <summary>The state of a button.</summary>
    public static ClassificationState StateOf(string word) => word switch
    {
        "provisional" => ClassificationState.Provisional,
        "official" => ClassificationState.Official,
        "amended" => ClassificationState.Amended,
        _ => ClassificationState.Unspecified,
    };

    /// <summary>In a form.</summary>
    public static string Word(ClassificationState state) => Title(state).ToLowerInvariant();

    /// <summary>What an item is about.</summary>
    public static string Title(CheckItemKind kind) => kind switch
    {
        CheckItemKind.AnomalyOpen => "Anomaly",
        CheckItemKind.AppealOpen => "Appeal",
        CheckItemKind.RunnersOnCourse => "On the course",
        CheckItemKind.RecordUnreadable => "Unreadable record",
        CheckItemKind.LogBehind => "Service away",
        CheckItemKind.GunMissing => "No gun",
        _ => "Open",
    };

    /// <summary>Where something can be done about an item; empty: nowhere here.</summary>
    public static string Solve(CheckItemKind kind, DeskMeet meet, string race)
    {
        ArgumentNullException.ThrowIfNull(meet);
        return kind switch
        {
            CheckItemKind.AnomalyOpen => $"{meet.Path}/anomalies?race={race}",
            CheckItemKind.AppealOpen => $"{meet.Path}/decisions?race={race}&show=appeals",
            CheckItemKind.RunnersOnCourse => $"{meet.Path}/races/{race}?at=live",
            CheckItemKind.LogBehind => $"{meet.Path}/control",
            _ => "",
        };
    }

    /// <summary>A field of a row: <c>Half</c> for <c>splits.half</c>, <c>official time</c> for <c>official_time_ms</c>.</summary>
    public static string Field(string field, DeskMeet meet, string race)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(meet);
        const string splits = "splits.";
        return field.StartsWith(splits, StringComparison.Ordinal) ? meet.SplitName(race, field[splits.Length..])
            : field.Replace("_ms", "", StringComparison.Ordinal).Replace('_', ' ');
    }

    /// <summary>A value as a person reads it: times as on a clock, texts without quotes, the rest as it was signed.</summary>
    public static string Value(string field, string json)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length == 0)
        {
            return "none";
        }

        using var document = JsonDocument.Parse(json);
        return Show(field, document.RootElement);
    }

    /// <summary>A field before and after; of what has parts, a split for example, only the parts that differ.</summary>
    public static (string Before, string After) Values(FieldChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (!change.Before.StartsWith('{') || !change.After.StartsWith('{'))
        {
            return (Value(change.Field, change.Before), Value(change.Field, change.After));
        }

        using var before = JsonDocument.Parse(change.Before);
        using var after = JsonDocument.Parse(change.After);
        return (Parts(before.RootElement, after.RootElement), Parts(after.RootElement, before.RootElement));
    }

    /// <summary>Whether it is about a split, and not about the runner's line.</summary>
    public static bool IsSplit(FieldChange change) => change?.Field.StartsWith("splits.", StringComparison.Ordinal) ?? false;

    private static string Parts(JsonElement value, JsonElement other)
    {
        var parts = value.EnumerateObject().Where(part => !other.TryGetProperty(part.Name, out var same) || same.GetRawText() != part.Value.GetRawText());
        return string.Join(", ", parts.Select(Part)) is { Length: > 0 } text ? text : "none";
    }

    private static string Part(JsonProperty part) => $"{part.Name.Replace("_ms", "", StringComparison.Ordinal).Replace('_', ' ')} {Show(part.Name, part.Value)}";

    /// <summary>A decision in a signed row: <c>penalty, TR 7, 1:30</c>.</summary>
    private static string Decision(JsonElement decision) => string.Join(", ", decision.EnumerateObject().Where(part => part.Name != "adjudication_id").Select(part => Show(part.Name, part.Value)));

    private static string Show(string field, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number when field.EndsWith("_us", StringComparison.Ordinal) && value.TryGetInt64(out var micros) => Clock(micros / 1_000),
        JsonValueKind.String when field == "decision" => value.GetString()!.Replace('_', ' ').ToLowerInvariant(),
        JsonValueKind.Object when field == "decisions" => Decision(value),
        JsonValueKind.Number when field.EndsWith("_ms", StringComparison.Ordinal) && value.TryGetInt64(out var time) => Clock(time),
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(Part)),
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "none" : string.Join("; ", value.EnumerateArray().Select(part => Show(field, part))),
        JsonValueKind.Null => "none",
        _ => value.GetRawText(),
    };

    private static string Clock(long milliseconds) => milliseconds % 1_000 == 0
        ? RaceTime.Show(milliseconds / 1_000)
        : string.Create(CultureInfo.InvariantCulture, $"{RaceTime.Show(milliseconds / 1_000)}.{Math.Abs(milliseconds % 1_000) / 100}");
}
