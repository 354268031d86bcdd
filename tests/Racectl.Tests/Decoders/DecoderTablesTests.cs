using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using RaceSystem.Racectl.Decoders;
using RaceSystem.Timing.V1;
using Spectre.Console;

namespace RaceSystem.Racectl.Tests.Decoders;

public sealed class DecoderTablesTests
{
    [Theory]
    [InlineData(false, true, "running")]
    [InlineData(false, false, "not here")]
    [InlineData(true, false, "disabled")]
    public void A_decoder_tells_its_state_and_why_it_failed(bool disabled, bool running, string word)
    {
        var state = new DecoderState { Decoder = new Decoder { DecoderId = "finish", Protocol = "mylaps", Disabled = disabled }, Running = running, Endpoint = "127.0.0.1:3097", ReadCount = 12, LastError = "refused [again]" };
        Assert.All(["finish", "mylaps", word, "127.0.0.1:3097", "12", "refused [again]"], part => Assert.Contains(part, Text(DecoderTables.Of([state])), StringComparison.Ordinal));
    }

    [Fact]
    public void Bytes_of_a_dead_letter_that_are_no_text_are_dots_and_a_long_frame_is_cut()
    {
        var letter = new DeadLetter { ReceiveTime = new Timestamp(), DecoderId = "finish", Reason = "no frame", Frame = ByteString.CopyFrom([(byte)'a', 0, 0x1B, (byte)'[', .. Enumerable.Repeat((byte)'z', 57)]), RepeatCount = 2 };
        var text = Text(DecoderTables.Of([letter]));
        Assert.Contains($"a..[{new string('z', 56)}…", text, StringComparison.Ordinal);
        Assert.Contains(" 3 ", text, StringComparison.Ordinal);
    }

    private static string Text(Table table)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 400;
        console.Write(table);
        return writer.ToString();
    }
}
