using GovID.Cryptography;
using GovID.Dids.Documents;

namespace GovID.Dids.Internal;

/// <summary>Turns a computed document into a verdict.</summary>
internal static class Resolving
{
    public static DidResolution Of(Did did, Func<DidDocument> create)
    {
        try
        {
            return new DidResolution.Resolved(create(), DidDocumentMetadata.None);
        }
        catch (DidException refused) when (refused.Code == DidErrorCode.UnsupportedMethod)
        {
            return new DidResolution.MethodNotSupported(did.Method);
        }
        catch (DidException refused)
        {
            return new DidResolution.Invalid(refused.Message);
        }
        catch (CryptoException refused)
        {
            return new DidResolution.Invalid(refused.Message);
        }
    }
}
