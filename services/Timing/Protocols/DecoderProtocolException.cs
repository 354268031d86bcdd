namespace RaceSystem.Timing.Protocols;

/// <summary>The other side does not speak the protocol, or refuses what is needed: the connection is of no use.</summary>
public sealed class DecoderProtocolException : Exception
{
    /// <summary>Without words.</summary>
    public DecoderProtocolException()
    {
    }

    /// <summary>Says what is wrong and what to do.</summary>
    public DecoderProtocolException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong, with the cause.</summary>
    public DecoderProtocolException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
