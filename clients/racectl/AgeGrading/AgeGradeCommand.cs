using System.CommandLine;
using System.Globalization;
using System.Text;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.Core.AgeGrading;

namespace RaceSystem.Racectl.AgeGrading;

/// <summary><c>racectl agegrade</c>: needs no server.</summary>
internal static class AgeGradeCommand
{
    public static Command Create(GlobalOptions options)
    {
        var years = AgeGradeTables.Years.Select(year => year.ToString(CultureInfo.InvariantCulture)).ToArray();
        var tables = new Option<string>("--tables") { Description = $"Year of the WMA/USATF road tables: {string.Join(", ", years)}.", HelpName = "YEAR", Required = true }.AcceptOnlyFromAmongOf(years);
        var file = new Option<string>("--file", "-f") { Description = "CSV with the columns sex, age, distance_m and time_s; others pass through.", HelpName = "FILE", Required = true };
        var target = new Option<string?>("--out", "-o") { Description = "File to write; the standard output otherwise.", HelpName = "FILE" };
        var command = new Command("agegrade", $"Grades times by age: adds {AgeGradeFile.GradeColumn} to a CSV.") { tables, file, target };
        return command.Does(options, (context, parse) =>
        {
            var year = int.Parse(parse.GetRequiredValue(tables), CultureInfo.InvariantCulture);
            var (graded, problems) = Run(parse.GetRequiredValue(file), parse.GetValue(target), AgeGradeTables.Find(year)!, context.Terminal);
            if (problems.Count > 0)
            {
                throw new InputException($"{graded} rows graded; these could not be and have an empty {AgeGradeFile.GradeColumn}:", problems);
            }

            return Task.FromResult(ExitCode.Ok);
        });
    }

    private static (int Graded, IReadOnlyList<Problem> Problems) Run(string path, string? target, AgeGradeTables tables, Terminal terminal)
    {
        try
        {
            using var text = new StreamReader(path, Encoding.UTF8);
            if (target is null)
            {
                return AgeGradeFile.Grade(text, terminal.Output, tables);
            }

            var temporary = target + ".part";
            (int, IReadOnlyList<Problem>) outcome;
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                outcome = AgeGradeFile.Grade(text, writer, tables);
            }

            File.Move(temporary, target, overwrite: true);
            return outcome;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(exception.Message);
        }
    }
}
