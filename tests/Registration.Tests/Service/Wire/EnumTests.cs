using RaceSystem.Registration.Core.Entries;
using RaceSystem.Registration.Core.Meets;

namespace RaceSystem.Registration.Tests.Service.Wire;

public sealed class EnumTests
{
    [Theory]
    [InlineData(typeof(Sex), typeof(V1.Sex))]
    [InlineData(typeof(RuleProfile), typeof(V1.RuleProfile))]
    [InlineData(typeof(TieRule), typeof(V1.TieRule))]
    [InlineData(typeof(CourseVisitKind), typeof(V1.CourseVisitKind))]
    [InlineData(typeof(EntryStatus), typeof(V1.EntryStatus))]
    public void Names_and_numbers_are_the_same_on_the_wire_and_in_the_core(Type core, Type wire) => Assert.Equal(Pairs(wire), Pairs(core));

    private static IEnumerable<(string, int)> Pairs(Type type) => Enum.GetValues(type).Cast<object>().Select(value => ($"{value}", (int)value));
}
