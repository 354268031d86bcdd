using RaceSystem.Registration.Core;

namespace RaceSystem.Registration.Tests.Core;

public sealed class ValueListTests
{
    [Fact]
    public void Lists_are_equal_when_their_items_are_in_order()
    {
        ValueList<string> list = ["a", "b"];
        Assert.Equal<ValueList<string>>(["a", "b"], list);
        Assert.Equal(ValueList.From(["a", "b"]).GetHashCode(), list.GetHashCode());
        Assert.True(list != ["b", "a"]);
        Assert.True(list != ["a"]);
        Assert.True(default(ValueList<string>) == []);
        Assert.False(list.Equals((object)"a"));
    }
}
