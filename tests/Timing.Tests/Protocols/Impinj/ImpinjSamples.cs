namespace RaceSystem.Timing.Tests.Protocols.Impinj;

/// <summary>Made-up events in the shapes that readers send.</summary>
internal static class ImpinjSamples
{
    public const string Tag =
        """{"eventType":"tagInventory","timestamp":"2026-04-02T12:00:00.123456789Z","hostname":"impinj-01","tagInventoryEvent":{"epcHex":"300833b2ddd9014000000001","antennaPort":2,"peakRssiCdbm":-5234,"lastSeenTime":"2026-04-02T12:00:01Z","phaseAngle":32.5}}""";

    public const string Base64 =
        """{"timestamp":"2026-04-02T12:00:00Z","tagInventoryEvent":{"epc":"MAgzst3ZAUAAAAAB","antennaPort":"1","peakRssiCdbm":"-4960"}}""";

    public const string Zebra =
        """{"data":{"antenna":3,"idHex":"e2000000000000000000abcd","peakRssi":-47,"reads":2},"timestamp":"2026-04-02T14:00:00.500+0200","type":"SIMPLE"}""";

    public const string Status =
        """{"eventType":"inventoryStatus","timestamp":"2026-04-02T11:59:59Z","hostname":"impinj-01","inventoryStatusEvent":{"inventoryStatus":"running"}}""";

    public const string Input =
        """{"eventType":"gpiTransition","timestamp":"2026-04-02T12:00:02Z","gpiTransitionEvent":{"gpi":1,"transition":"low-to-high"}}""";
}
