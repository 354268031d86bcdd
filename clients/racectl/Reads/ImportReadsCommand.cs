using System.CommandLine;
using System.Globalization;
using RaceSystem.Kernel;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Timing.Protocols;
using RaceSystem.Timing.Protocols.Clocks;

namespace RaceSystem.Racectl.Reads;

/// <summary><c>racectl reads import</c>.</summary>
internal static class ImportReadsCommand
{
    private const string Description = """
        Imports the file of a decoder: the bytes it would send, or its lines. Importing a file again adds nothing. Timing point and device are made where unknown.

        Exit codes: 0 also when lines were rejected (they are listed); 2 when the file cannot be read or nothing in it makes sense.
        """;

    private static readonly string[] Formats = [.. DecoderProtocols.All.Where(protocol => protocol.FileFormat is not null).Select(protocol => protocol.Name)];

    public static Command Create(GlobalOptions options)
    {
        var file = new Argument<string>("FILE") { Description = "The decoder's file, plain or gzipped." };
        var format = new Option<string>("--format") { Description = $"Its format: {string.Join(", ", Formats)}.", HelpName = "FORMAT", Required = true }.AcceptOnlyFromAmongOf(Formats);
        var meet = CommonOptions.Meet();
        var point = new Option<string?>("--point") { Description = "Timing point where the reads were made.", HelpName = "ID" };
        var device = new Option<string?>("--device") { Description = "Device that made them.", HelpName = "ID" };
        var locations = new Option<string[]>("--map-location") { Description = "Point and device of one location of a file that has several, such as Start=start:start-1. May be given again; --point and --device are for all others.", HelpName = "LOCATION=POINT:DEVICE", DefaultValueFactory = _ => [] };
        var zone = new Option<string?>("--time-zone") { Description = "Zone of local times: an IANA name or an offset such as +09:00. Default: the device's, or else the meet's.", HelpName = "ZONE" };
        var date = new Option<string?>("--date") { Description = "Date of times that come without one. Default: the meet's race day.", HelpName = "YYYY-MM-DD" };
        var map = new Option<string[]>("--map") { Description = "Something the format can be told, such as a column: --map chip=2. May be given again.", HelpName = "NAME=VALUE", DefaultValueFactory = _ => [] };
        var command = new Command("import", Description) { file, format, meet, point, device, locations, zone, date, map };
        zone.Validators.Add(result => Check(result, "--time-zone", text => DeviceTimes.ZoneOf(text) is not null, "is neither an IANA time zone nor an offset such as +09:00"));
        date.Validators.Add(result => Check(result, "--date", text => DateOf(text) is not null, "is not a date such as 2026-04-05"));
        map.Validators.Add(result => Check(result, "--map", text => text.IndexOf('=', StringComparison.Ordinal) > 0, "has not the form NAME=VALUE"));
        meet.Validators.Add(result => Check(result, "--meet", Identifier.IsValid, "is not an id"));
        command.Validators.Add(result =>
        {
            foreach (var problem in ReadPlaces.Problems(result.GetValue(point), result.GetValue(device), result.GetValue(locations) ?? []))
            {
                result.AddError(problem);
            }
        });
        return command.Does(options, (context, parse) => new ReadFileImport(context, new ImportReadsOptions(
            parse.GetRequiredValue(file),
            DecoderProtocols.Find(parse.GetRequiredValue(format))!,
            parse.GetRequiredValue(meet),
            PlacesOf(parse.GetValue(point), parse.GetValue(device), parse.GetRequiredValue(locations)),
            parse.GetValue(zone),
            parse.GetValue(date) is { } day ? DateOf(day) : null,
            SettingsOf(parse.GetRequiredValue(map)))).RunAsync());
    }

    private static ReadPlaces PlacesOf(string? point, string? device, string[] mappings) => new(
        point is null || device is null ? null : new ReadPlace(point, device),
        mappings.Select(mapping => ReadPlaces.Parse(mapping)!.Value).ToDictionary(StringComparer.OrdinalIgnoreCase));

    private static Dictionary<string, string> SettingsOf(string[] settings)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in settings.Select(setting => setting.Split('=', 2)))
        {
            byName[parts[0]] = parts[1];
        }

        return byName;
    }

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static void Check(System.CommandLine.Parsing.OptionResult result, string option, Func<string, bool> isValid, string problem)
    {
        foreach (var token in result.Tokens.Where(token => !isValid(token.Value)))
        {
            result.AddError($"{option}: '{token.Value}' {problem}.");
        }
    }
}
