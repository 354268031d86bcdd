using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Standings;

/// <summary>Standings for people and for programs.</summary>
internal static class StandingsTable
{
    public static Table Of(IReadOnlyList<Standing> rows, int total)
    {
        var table = new Table { Border = TableBorder.Rounded, Caption = new TableTitle($"{rows.Count} of {total}") };
        table.AddColumns("Place", "Bib", "Name", "Sex", "Country", "Division", "Place in division", "Time", "Last split");
        foreach (var row in rows)
        {
            var places = row.Places ?? new Places();
            table.AddRow(new[]
            {
                Number(places.Overall), row.Bib, row.DisplayName, ResultWords.Of(row.Sex), row.Country, row.DivisionId, Number(places.ByDivision), Time(row.OfficialTime), row.LastSplitId,
            }.Select(Markup.Escape).ToArray());
        }

        return table;
    }

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
        officialTimeS = row.OfficialTime?.Seconds,
        gunTimeS = row.GunTime?.Seconds,
        netTimeS = row.NetTime?.Seconds,
        lastSplit = row.LastSplitId,
    };

    private static string Number(int number) => number > 0 ? number.ToString(CultureInfo.InvariantCulture) : "";

    private static string Time(Duration? time) => time is null
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{time.Seconds / 3600}:{time.Seconds / 60 % 60:00}:{time.Seconds % 60:00}");
}
