using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Registration.V1;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Standings;

/// <summary>Standings for people and for programs.</summary>
internal static class StandingsTable
{
    public static Table Of(IReadOnlyList<Standing> rows, int total) => Tables.Of(
        ["Place", "Bib", "Name", "Sex", "Country", "Division", "Place in division", "Time", "Last split"],
        rows.Select(row => new[]
        {
            Number(row.Places?.Overall ?? 0), row.Bib, row.DisplayName, ResultWords.Of(row.Sex), row.Country, row.DivisionId,
            Number(row.Places?.ByDivision ?? 0), Time(row.OfficialTime, row.Resolution == TimeResolution.Tenth), row.LastSplitId,
        }),
        $"{rows.Count} of {total}");

    public static object Json(Standing row) => new
    {
        place = row.Places?.Overall,
        placeSex = row.Places?.BySex,
        placeDivision = row.Places?.ByDivision,
        bib = row.Bib,
        name = row.DisplayName,
        sex = ResultWords.Of(row.Sex),
        country = row.Country,
        division = row.DivisionId,
        status = ResultWords.Of(row.Status),
        officialTimeS = Seconds(row.OfficialTime),
        gunTimeS = Seconds(row.GunTime),
        netTimeS = Seconds(row.NetTime),
        lastSplit = row.LastSplitId,
    };

    /// <summary>A place; nothing for none.</summary>
    public static string Number(int number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>A time in seconds, with a decimal where the race is timed to tenths.</summary>
    public static decimal? Seconds(Duration? time) => time is null ? null : time.Seconds + (time.Nanos / 1_000_000_000m);

    /// <summary>A time as people read it.</summary>
    public static string Time(Duration? time, bool tenths) => time is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{time.Seconds / 3600}:{time.Seconds / 60 % 60:00}:{time.Seconds % 60:00}{(tenths ? $".{time.Nanos / 100_000_000}" : "")}");
}
