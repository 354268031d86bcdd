using RaceSystem.Timing.Core.Streams;

namespace RaceSystem.Timing.Tests.Core.Streams;

public sealed class StreamPositionsTests
{
    [Fact]
    public void Only_the_next_sequence_is_taken_and_epochs_count_apart()
    {
        var positions = new StreamPositions();
        Assert.Equal(SequenceVerdict.Gap, positions.Judge("s", 1, 2));
        Assert.Equal(SequenceVerdict.Next, positions.Judge("s", 1, 1));
        positions.Advance("s", 1, 1);
        Assert.Equal(SequenceVerdict.Duplicate, positions.Judge("s", 1, 1));
        Assert.Equal(SequenceVerdict.Next, positions.Judge("s", 1, 2));
        Assert.Equal(SequenceVerdict.Next, positions.Judge("s", 2, 1));
        Assert.Equal(0, positions.LastOf("other", 1));
    }
}
