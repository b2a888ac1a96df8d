namespace GovID.AnonCreds.Internal.W3c;

/// <summary>The first bytes of the MessagePack forms that proof values use; every other one is refused.</summary>
internal static class PackFormat
{
    public const byte FixMap = 0x80;
    public const byte FixArray = 0x90;
    public const byte FixText = 0xa0;
    public const byte Nil = 0xc0;
    public const byte Unsigned8 = 0xcc;
    public const byte Unsigned16 = 0xcd;
    public const byte Unsigned32 = 0xce;
    public const byte Unsigned64 = 0xcf;
    public const byte Signed8 = 0xd0;
    public const byte Signed16 = 0xd1;
    public const byte Signed32 = 0xd2;
    public const byte Text8 = 0xd9;
    public const byte Text16 = 0xda;
    public const byte Text32 = 0xdb;
    public const byte Array16 = 0xdc;
    public const byte Array32 = 0xdd;
    public const byte Map16 = 0xde;
    public const byte Map32 = 0xdf;
    public const byte NegativeFix = 0xe0;

    public const int MaximumFixInteger = 0x7f;
    public const int MinimumFixInteger = -32;
    public const int MaximumFixMap = 15;
    public const int MaximumFixArray = 15;
    public const int MaximumFixText = 31;
}
