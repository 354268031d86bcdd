using System.Text;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Files;

namespace RaceSystem.Timing.Tests.Protocols.Files;

public sealed class FileLinesTests
{
    [Theory]
    [InlineData("a\nb", "1:a 2:b")]
    [InlineData("a\r\nb\r\n", "1:a 2:b")]
    [InlineData("a\rb\r", "1:a 2:b")]
    [InlineData("a\r\n\r\nb", "1:a 2: 3:b")]
    [InlineData("a\n\r\nb", "1:a 2: 3:b")]
    [InlineData("\uFEFFa\0\nb\0", "1:a 2:b")]
    [InlineData("", "")]
    public void lines_are_numbered_as_an_editor_does(string text, string lines) => Assert.Equal(lines, Shown(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void plain_text_in_utf_16_is_read_too() =>
        Assert.Equal("1:a,b 2:c", Shown([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("a,b\r\nc\r\n")]));

    [Fact]
    public void pieces_of_any_size_make_the_same_lines()
    {
        var random = Seed.NextRandom();
        var bytes = Enumerable.Range(0, 5_000).Select(_ => "ab\r\n\0"u8[random.Next(5)]).ToArray();
        Assert.Equal(Shown(bytes), string.Join(' ', FileLines.Read(new FuzzStream(bytes, random)).Select(line => $"{line.Number}:{line.Text}")));
    }

    [Fact]
    public void a_line_without_end_costs_no_more_than_the_limit()
    {
        var lines = FileLines.Read(new MemoryStream([.. Enumerable.Repeat((byte)'x', 1_000_000), (byte)'\n', (byte)'y']), maxBytes: 100).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Equal((100, true), (lines[0].Text.Length, lines[0].IsOversize));
        Assert.Equal(("y", false), (lines[1].Text, lines[1].IsOversize));
    }

    [Fact]
    public void a_rejected_line_is_shown_cut_and_without_control_characters()
    {
        var shown = new FileLine(7, "\u0001" + new string('x', 500), false).Reject("why").Text;
        Assert.StartsWith("\\u0001xxx", shown, StringComparison.Ordinal);
        Assert.Equal(200, shown.Length);
    }

    [Fact]
    public void two_million_lines_are_read_one_at_a_time()
    {
        using var stream = new EndlessLines(2_000_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var count = 0;
        long most = 0;
        foreach (var _ in FileLines.Read(stream))
        {
            if (++count % 200_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal(2_000_000, count);
        Assert.True(most < 16 * 1024 * 1024, $"{most} bytes were held");
    }

    private static string Shown(byte[] bytes) => string.Join(' ', FileLines.Read(new MemoryStream(bytes)).Select(line => $"{line.Number}:{line.Text}"));

    /// <summary>A file that exists nowhere: the same line again and again.</summary>
    private sealed class EndlessLines(long lines) : MemoryStream
    {
        private static readonly byte[] One = "aa00058000123b3200012603071348503277\r\n"u8.ToArray();
        private long _left = lines * One.Length;

        public override int Read(Span<byte> buffer)
        {
            var length = (int)Math.Min(_left, buffer.Length / One.Length * One.Length);
            for (var at = 0; at < length; at += One.Length)
            {
                One.CopyTo(buffer[at..]);
            }

            _left -= length;
            return length;
        }
    }
}
