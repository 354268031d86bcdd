using Grpc.Core;
using RaceSystem.Client;
using RaceSystem.Racectl.CommandLine;
using RaceSystem.Results.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Standings;

/// <summary>Shows standings as they move; opens the watch again when the connection is lost.</summary>
internal static class StandingsWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(CommandContext context, WatchStandingsRequest request)
    {
        if (!context.Terminal.IsOutputInteractive || context.Terminal.IsJson)
        {
            return await FollowAsync(context, request, view => Print(context.Terminal, view)).ConfigureAwait(false);
        }

        return await context.Terminal.OutputConsole().Live(new Table()).StartAsync(live =>
            FollowAsync(context, request, view => live.UpdateTarget(StandingsTable.Of(view.Rows, view.TotalCount)))).ConfigureAwait(false);
    }

    private static async Task<int> FollowAsync(CommandContext context, WatchStandingsRequest request, Action<StandingsView> show)
    {
        var view = new StandingsView();
        while (true)
        {
            try
            {
                using var call = context.Client.Results.WatchStandings(request, cancellationToken: context.CancellationToken);
                await foreach (var message in call.ResponseStream.ReadAllAsync(context.CancellationToken).ConfigureAwait(false))
                {
                    view.Apply(message);
                    show(view);
                }
            }
            catch (RpcException exception) when (RaceSystemException.From(exception) is { IsTransient: true } && !context.CancellationToken.IsCancellationRequested)
            {
                context.Terminal.Say($"The connection was lost ({exception.StatusCode}); trying again.");
            }

            await Task.Delay(Pause, context.CancellationToken).ConfigureAwait(false);
        }
    }

    private static void Print(Terminal terminal, StandingsView view)
    {
        if (terminal.IsJson)
        {
            terminal.WriteJsonLine(new { total = view.TotalCount, standings = view.Rows.Select(StandingsTable.Json) });
        }
        else
        {
            terminal.OutputConsole().Write(StandingsTable.Of(view.Rows, view.TotalCount));
        }
    }
}
