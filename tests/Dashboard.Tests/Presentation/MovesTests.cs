using RaceSystem.Dashboard.Service.Presentation;

namespace RaceSystem.Dashboard.Tests.Presentation;

public sealed class MovesTests
{
    [Theory]
    [InlineData(null, "", "", "")]
    [InlineData(0, "", "", "")]
    [InlineData(1, "▲1", "", "up 1 place")]
    [InlineData(12, "▲12", "", "up 12 places")]
    [InlineData(-1, "", "▼1", "down 1 place")]
    [InlineData(-1200, "", "▼1,200", "down 1,200 places")]
    public void Arrows_have_words_beside_them(int? gained, string up, string down, string words) => Assert.Equal(new Moves(up, down, words), Moves.Of(gained));
}
