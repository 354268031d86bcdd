using Npgsql;
using RaceSystem.Platform.Storage;

namespace RaceSystem.Platform.Tests.Storage;

public sealed class StorageAddressTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_missing_connection_string_is_named_as_the_environment_spells_it(string? text)
    {
        var error = Assert.Throws<InvalidOperationException>(() => StorageAddress.Parse("timing", text));

        Assert.Contains("ConnectionStrings__timing-db is not set", error.Message);
    }

    [Theory]
    [InlineData("Data Source=a.db", nameof(StorageProvider.Sqlite))]
    [InlineData(" data source = a.db", nameof(StorageProvider.Sqlite))]
    [InlineData("DataSource=a.db;Cache=Shared", nameof(StorageProvider.Sqlite))]
    [InlineData("Host=db;Database=timing;Username=u;Password=p", nameof(StorageProvider.Postgres))]
    [InlineData("Server=db;Database=timing", nameof(StorageProvider.Postgres))]
    public void The_text_tells_which_database_it_is(string text, string provider) =>
        Assert.Equal(provider, StorageAddress.Parse("timing", text).Provider.ToString());

    [Fact]
    public void Text_that_cannot_be_read_is_refused_without_repeating_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => StorageAddress.Parse("timing", "Host=db;Password=hunter2;Nonsense=1"));

        Assert.Contains("ConnectionStrings__timing-db", error.Message);
        Assert.DoesNotContain("hunter2", error.ToString());
    }

    [Fact]
    public void A_pool_is_bounded_unless_it_is_said_how_large_it_may_be()
    {
        Assert.Equal(20, Settings("Host=db").MaxPoolSize);
        Assert.Equal(7, Settings("Host=db;Maximum Pool Size=7").MaxPoolSize);
        Assert.Equal("racesystem-timing", Settings("Host=db").ApplicationName);
    }

    private static NpgsqlConnectionStringBuilder Settings(string text) => new(StorageAddress.Parse("timing", text).ConnectionString);
}
