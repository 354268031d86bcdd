using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RaceSystem.Registration.Service.Storage.Postgres;

/// <summary>Registration in PostgreSQL.</summary>
internal sealed class PostgresRegistrationContext(DbContextOptions<PostgresRegistrationContext> options) : RegistrationContext(options)
{
    protected override void CompareByBytes(PropertyBuilder<string> id) => id.UseCollation("C");
}
