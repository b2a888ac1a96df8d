using GovID.Cryptography.Internal.Native;

namespace GovID.Cryptography.Tests.Internal.Native;

public sealed class NativeLibrariesTests
{
    [Fact]
    public void Names_the_package_when_a_library_is_missing()
    {
        var exception = Should.Throw<CryptoException>(
            () => NativeLibraries.Load(["libnot-there.so.1", "libnot-there.so"], "libnot-there1", typeof(CryptoException).Assembly, searchPath: null));

        exception.Code.ShouldBe(CryptoErrorCode.BackEndMissing);
        exception.Message.ShouldContain("apt-get install libnot-there1");
    }

    [Fact]
    public void Takes_the_first_name_that_exists() =>
        NativeLibraries.Load(["libnot-there.so.1", "libsodium.so.23", "libsodium.so"], "libsodium23", typeof(CryptoException).Assembly, searchPath: null)
            .ShouldNotBe(nint.Zero);
}
