using System.Text;
using RaceSystem.Testing;
using RaceSystem.Timing.Protocols.Framing;

namespace RaceSystem.Timing.Tests.Protocols.Framing;

public sealed class JsonFramerTests
{
    private const int MaxFrameBytes = 64;

    [Theory]
    [InlineData("{\"a\":1}\n{\"b\":2}\r\n\r\n{\"c\":3}\r", "1 Whole {\"a\":1}|2 Whole {\"b\":2}|4 Whole {\"c\":3}")]
    [InlineData("[{\"a\":1},{\"b\":[{}]}]{\"c\":\"}\\\"{\"}\n", "1 Whole {\"a\":1}|1 Whole {\"b\":[{}]}|1 Whole {\"c\":\"}\\\"{\"}")]
    [InlineData("hello\n{\"a\":1}\n", "1 Text hello|2 Whole {\"a\":1}")]
    [InlineData("\uFEFF{\"a\":1}\0\n", "1 Whole {\"a\":1}")]
    [InlineData("{\"a\":\n{\"b\":2}\n", "1 Broken {\"a\":|2 Whole {\"b\":2}")]
    [InlineData("{\"a\":\"x\n{\"b\":2}\n", "1 Broken {\"a\":\"x|2 Whole {\"b\":2}")]
    public void A_connection_is_cut_by_brackets_and_finds_its_way_back_at_the_end_of_a_line(string input, string expected) =>
        Assert.Equal(expected, Describe(input, new JsonFramer(MaxFrameBytes, JsonLayout.Lines)));

    [Fact]
    public void An_indented_object_of_a_file_goes_over_lines() => Assert.Equal(
        "2 Whole {\n\"a\": 1\n}|5 Whole {\"b\":2}|6 Broken {\"c\":|7 Whole {\"d\":4}",
        Describe("[\n{\n\"a\": 1\n},\n{\"b\":2}]\n{\"c\":\n{\"d\":4}", new JsonFramer(MaxFrameBytes, JsonLayout.LinesOrIndented)));

    [Fact]
    public void In_a_request_lines_mean_nothing_and_what_does_not_end_is_told()
    {
        var framer = new JsonFramer(MaxFrameBytes, JsonLayout.Free);
        Assert.Equal("1 Whole {\"a\":\n1}", Describe("{\"a\":\n1}{\"b\":\n", framer));
        Assert.True(framer.TryFinish(out var rest));
        Assert.Equal(JsonFrameKind.Broken, rest.Kind);
        Assert.False(framer.TryFinish(out _));
    }

    [Fact]
    public void The_objects_of_a_long_list_come_one_by_one_before_the_object_around_them()
    {
        var elements = string.Join(", ", Enumerable.Range(1, 50).Select(number => $"{{\"n\":{number},\"list\":[{{}}]}}"));
        var expected = string.Join('|', Enumerable.Range(1, 50).Select(number => $"1 Element {{\"n\":{number},\"list\":[{{}}]}}"));
        Assert.Equal(
            $"{expected}|1 Whole {{\"command\":\"reads\",\"list\":[],\"x\":1}}",
            Describe($"{{\"command\":\"reads\",\"list\":[{elements}],\"x\":1}}\n", new JsonFramer(MaxFrameBytes, JsonLayout.Lines, "list")));
    }

    [Fact]
    public void What_is_longer_than_the_limit_is_cut_and_does_not_take_its_neighbours_along()
    {
        var frames = Frames($"{{\"a\":\"{new string('x', 500)}\"}}\n{{\"b\":2}}\n", new JsonFramer(MaxFrameBytes, JsonLayout.Lines));
        Assert.Equal([JsonFrameKind.Broken, JsonFrameKind.Whole], frames.Select(frame => frame.Kind));
        Assert.Equal(MaxFrameBytes, frames[0].Bytes.Length);
        Assert.Equal("longer than 64 bytes", frames[0].Problem);
    }

    [Fact]
    public void It_does_not_matter_where_the_bytes_are_split()
    {
        const string Input = "?!x\r\n[{\"a\":1},\n{\"list\":[{\"n\":1}, {\"n\":\n{\"b\":\"\\\"}\"}\n{\"list\":[{},{\"y\":[1,2]}]}\r\n";
        var whole = Describe(Input, new JsonFramer(MaxFrameBytes, JsonLayout.Lines, "list"));
        var random = Seed.NextRandom();
        for (var run = 0; run < 50; run++)
        {
            var framer = new JsonFramer(MaxFrameBytes, JsonLayout.Lines, "list");
            var described = new List<string>();
            for (var at = 0; at < Input.Length;)
            {
                var length = random.Next(1, Input.Length - at + 1);
                described.Add(Describe(Input.Substring(at, length), framer));
                at += length;
            }

            Assert.Equal(whole, string.Join('|', described.Where(text => text.Length > 0)));
        }
    }

    private static string Describe(string input, JsonFramer framer) =>
        string.Join('|', Frames(input, framer).Select(frame => $"{frame.Line} {frame.Kind} {frame.Text}"));

    private static List<JsonFrame> Frames(string input, JsonFramer framer)
    {
        var frames = new List<JsonFrame>();
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(input);
        while (framer.TryTake(ref rest, out var frame))
        {
            frames.Add(frame);
        }

        return frames;
    }
}
