namespace RaceSystem.Platform.Tests.Storage.Model;

public sealed class Note
{
    public required string Id { get; set; }

    public required string Text { get; set; }
}
