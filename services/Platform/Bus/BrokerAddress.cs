namespace RaceSystem.Platform.Bus;

/// <summary>Reads <c>ConnectionStrings:messaging</c>.</summary>
internal static class BrokerAddress
{
    /// <exception cref="InvalidOperationException">Not the address of a RabbitMQ broker.</exception>
    public static Uri Parse(string text)
    {
        // The text may hold a password: it is not repeated.
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("amqp" or "amqps"))
        {
            throw new InvalidOperationException(
                "ConnectionStrings__messaging is not the address of a broker: use amqp://user:password@host:5672, or leave it out for the in-memory bus.");
        }

        return address;
    }
}
