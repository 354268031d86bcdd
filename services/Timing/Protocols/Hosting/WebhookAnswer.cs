namespace RaceSystem.Timing.Protocols.Hosting;

/// <summary>What a decoder that posted is answered.</summary>
/// <param name="StatusCode">
/// 200: everything is on disk; 400: it does not speak the protocol; 408: the body stopped coming; 429: too many at once;
/// 503: not on disk, send it again.
/// </param>
/// <param name="Text">For a person.</param>
public readonly record struct WebhookAnswer(int StatusCode, string Text);
