using System.CommandLine;
using Grpc.Core;
using RaceSystem.Client;

namespace RaceSystem.Racectl.CommandLine;

internal static class CommandExtensions
{
    /// <summary>Makes the work the command's action; failures become a message and an exit code here and nowhere else.</summary>
    public static Command Does(this Command command, GlobalOptions options, Func<CommandContext, ParseResult, Task<int>> work)
    {
        command.SetAction((parse, cancellationToken) => RunAsync(options, parse, work, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        GlobalOptions options, ParseResult parse, Func<CommandContext, ParseResult, Task<int>> work, CancellationToken cancellationToken)
    {
        var terminal = options.Terminal(parse);
        try
        {
            using var client = new RaceSystemClient(options.Addresses(parse));
            return await work(new CommandContext(client, terminal, cancellationToken), parse).ConfigureAwait(false);
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is OperationCanceledException or RpcException)
        {
            terminal.Say("Interrupted.");
            return ExitCode.Interrupted;
        }
        catch (InputException exception)
        {
            terminal.Say(exception.Message);
            terminal.SayProblems(exception.Problems);
            return ExitCode.Failed;
        }
        catch (RpcException exception)
        {
            return Refused(terminal, options.Addresses(parse), RaceSystemException.From(exception));
        }
        catch (RaceSystemException exception)
        {
            return Refused(terminal, options.Addresses(parse), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            terminal.Say(exception.Message);
            return ExitCode.Failed;
        }
    }

    private static int Refused(Terminal terminal, RaceSystemClientOptions addresses, RaceSystemException exception)
    {
        terminal.Say(exception.Reason.Length > 0 ? $"{exception.Reason}: {exception.Message}" : exception.Message);

        // One violation is often the message itself: it is not said twice.
        var problems = exception.Violations.Select(violation => new Problem(0, violation.Field, violation.Description)).ToList();
        if (problems is not [var only] || !exception.Message.Contains(only.Message, StringComparison.Ordinal))
        {
            terminal.SayProblems(problems);
        }

        if (exception.StatusCode == StatusCode.Unavailable)
        {
            var asked = new[] { addresses.Registration, addresses.Timing, addresses.Results }.Distinct().Select(address => address.OriginalString);
            terminal.Say($"Is it running at {string.Join(", ", asked)}? Name it with --server, or --registration, --timing and --results.");
        }

        return ExitCode.Failed;
    }
}
