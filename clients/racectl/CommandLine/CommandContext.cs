using RaceSystem.Client;

namespace RaceSystem.Racectl.CommandLine;

/// <summary>What a command works with.</summary>
internal sealed record CommandContext(RaceSystemClient Client, Terminal Terminal, CancellationToken CancellationToken);
