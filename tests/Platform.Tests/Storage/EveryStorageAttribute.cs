using System.Reflection;
using RaceSystem.Platform.Storage;
using Xunit.Sdk;
using Xunit.v3;

namespace RaceSystem.Platform.Tests.Storage;

/// <summary>Runs a theory once on each kind of database.</summary>
public sealed class EveryStorageAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<StorageProvider>().Select(provider => new TheoryDataRow<StorageProvider>(provider))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
