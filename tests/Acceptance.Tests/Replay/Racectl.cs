using System.Text.Json;

namespace RaceSystem.Acceptance.Tests.Replay;

/// <summary>racectl as a process, as a person runs it.</summary>
internal static class Racectl
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Starts racectl.</summary>
    public static Task<ChildProcess> StartAsync(params string[] arguments) =>
        ChildProcess.StartAsync(["dotnet", BuiltProject.Assembly("clients/racectl"), .. arguments]);

    /// <summary>Waits for its end and fails with its output unless it ended well.</summary>
    public static async Task FinishAsync(ChildProcess racectl)
    {
        int exitCode;
        try
        {
            exitCode = await racectl.WaitForExitAsync(Patience);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"racectl did not end within {Patience.TotalMinutes} min:\n{racectl.Output}", exception);
        }

        Assert.True(exitCode == 0, $"racectl ended with {exitCode}:\n{racectl.Output}");
        TestContext.Current.TestOutputHelper?.WriteLine(racectl.Output);
    }

    /// <summary>Runs racectl to its end.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        await using var racectl = await StartAsync(arguments);
        await FinishAsync(racectl);
    }

    /// <summary>Runs racectl to its end and reads its answer in JSON.</summary>
    public static async Task<JsonElement> AnswerAsync(params string[] arguments)
    {
        await using var racectl = await StartAsync([.. arguments, "--json"]);
        await FinishAsync(racectl);
        var output = racectl.Output;
        return JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..(output.LastIndexOf('}') + 1)]).RootElement;
    }
}
