using RaceSystem.Racectl.CommandLine;

return await RacectlCommand.RunAsync(args, Console.Out, Console.Error, Environment.GetEnvironmentVariable, CancellationToken.None).ConfigureAwait(false);
