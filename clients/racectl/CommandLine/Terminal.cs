using System.Text.Json;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>Data goes to the output, everything said to a person goes to the error stream.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isJson)
{
    private const int UnwatchedWidth = 200;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private static readonly JsonSerializerOptions JsonLine = new(JsonSerializerDefaults.Web);

    public TextWriter Output => output;

    public bool IsJson => isJson;

    /// <summary>Whether a person watches the error stream.</summary>
    public bool IsInteractive { get; } = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>Whether a person watches the output.</summary>
    public bool IsOutputInteractive { get; } = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;

    public void Say(string message) => error.WriteLine(message);

    public void SayProblems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            error.WriteLine($"  {problem}");
        }
    }

    /// <summary>The answer of a command: text for people, or the value with <c>--json</c>.</summary>
    public void Answer(string text, object value) => output.WriteLine(isJson ? JsonSerializer.Serialize(value, Json) : text);

    /// <summary>The answer of a command: a table for people, or the value with <c>--json</c>.</summary>
    public void Answer(IRenderable table, object value)
    {
        if (isJson)
        {
            Answer("", value);
        }
        else
        {
            OutputConsole().Write(table);
        }
    }

    public void WriteJsonLine(object value) => output.WriteLine(JsonSerializer.Serialize(value, JsonLine));

    /// <summary>For tables. Where nobody watches, lines are not folded to the width of a screen that is not there.</summary>
    public IAnsiConsole OutputConsole()
    {
        var console = ConsoleOver(output);
        console.Profile.Width = IsOutputInteractive ? console.Profile.Width : UnwatchedWidth;
        return console;
    }

    /// <summary>Does work that reports how far it is: with a bar on a terminal, in silence elsewhere.</summary>
    public async Task WithProgressAsync(string title, long total, Func<Action<long>, Task> work)
    {
        if (!IsInteractive)
        {
            await work(_ => { }).ConfigureAwait(false);
            return;
        }

        await ConsoleOver(error).Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(title, maxValue: Math.Max(1, total));
                await work(done => bar.Increment(done)).ConfigureAwait(false);
                bar.Value = bar.MaxValue;
            }).ConfigureAwait(false);
    }

    private static IAnsiConsole ConsoleOver(TextWriter writer) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
