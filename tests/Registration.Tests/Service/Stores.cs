namespace RaceSystem.Registration.Tests.Service;

/// <summary>All databases, as data of a theory.</summary>
public sealed class Stores : TheoryData<Store>
{
    public Stores()
        : base(Enum.GetValues<Store>())
    {
    }
}
