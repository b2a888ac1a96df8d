using System.Numerics;
using System.Text;
using GovID.Ledger.Merkle;
using GovID.Ledger.State;
using GovID.Ledger.Values;

namespace GovID.Ledger.Tests.State;

public sealed class StateProofVerifierTests : IDisposable
{
    private const string Dest = "NKGKtcNwssToP5f7uhsEs4";

    private static readonly LedgerMap Query = LedgerMap.Of(("type", "105"), ("dest", Dest));
    private static readonly LedgerMap Stored = LedgerMap.Of(
        ("identifier", "V4SGRU86Z58d6TV7PBUe6f"), ("role", "101"), ("seqNo", 7), ("txnTime", TestPool.Time), ("verkey", "~CoRER63DVYnWZtK8uAzNbx"));

    private readonly TestPool _pool = new();
    private readonly StateTrie _state = new();
    private readonly MerkleLog _log = new();

    public StateProofVerifierTests()
    {
        for (var i = 0; i < 50; i++)
            _state.Set(StateKeys.Nym($"other {i}"), Encoding.UTF8.GetBytes($"a value that is long enough to be hashed: {i}"));
        _state.Set(StateKeys.Nym(Dest), Stored.ToStateJsonBytes());
        _state.Commit();
    }

    public void Dispose() => _pool.Dispose();

    [Fact]
    public void Believes_a_proved_nym_and_a_proved_absence()
    {
        var absent = Query.With("dest", "SomebodyElse1111111111");

        Judge(Query, Reply(Query, Data())).ShouldBeNull();
        Judge(absent, Reply(absent, LedgerValue.Null, seqNo: LedgerValue.Null)).ShouldBeNull();
    }

    [Fact]
    public void Refuses_data_that_the_state_does_not_have()
    {
        var absent = Query.With("dest", "SomebodyElse1111111111");

        Judge(Query, Reply(Query, Data(role: "0"))).ShouldBe(StateProofFault.ValueMismatch);
        Judge(Query, Reply(Query, LedgerValue.Null)).ShouldBe(StateProofFault.ValueMismatch);
        Judge(absent, Reply(absent, Data())).ShouldBe(StateProofFault.UnprovenMembers);
        Judge(Query, Reply(Query, "not JSON")).ShouldBe(StateProofFault.NotProvable);
        Judge(Query, Reply(Query, "[1]")).ShouldBe(StateProofFault.MalformedResult);
    }

    [Fact]
    public void Refuses_members_that_no_proof_covers()
    {
        Judge(Query, Reply(Query, Data(extra: "diddocContent"))).ShouldBe(StateProofFault.UnprovenMembers);
        Judge(Query, Reply(Query, Data(seqNo: 8))).ShouldBe(StateProofFault.UnprovenMembers);
    }

    [Fact]
    public void Refuses_the_answer_to_another_question()
    {
        Judge(Query, Reply(Query, Data()).With("dest", "another")).ShouldBe(StateProofFault.OtherRequest);
        Judge(Query, Reply(Query, Data()).Without("type")).ShouldBe(StateProofFault.OtherRequest);
        Judge(Query, Reply(Query, Data()).With("type", "104")).ShouldBe(StateProofFault.OtherRequest);
        Judge(LedgerMap.Of(("type", "131"), ("name", "x")), Reply(LedgerMap.Of(("type", "131"), ("name", "x")), Data()))
            .ShouldBe(StateProofFault.NotProvable);
    }

    [Fact]
    public void Refuses_a_query_whose_numbers_do_not_fit()
    {
        var far = LedgerMap.Of(("type", "116"), ("revocRegDefId", "registry"), ("timestamp", new LedgerInteger(BigInteger.Pow(2, 63))));
        var lowest = LedgerMap.Of(("type", "3"), ("data", long.MinValue));

        Judge(far, Reply(far, LedgerValue.Null, seqNo: LedgerValue.Null)).ShouldBe(StateProofFault.OtherRequest);
        Judge(lowest, LedgerMap.Of(("type", "3"), ("seqNo", long.MinValue), ("data", LedgerMap.Of(("ledgerSize", 1)))))
            .ShouldBe(StateProofFault.MalformedResult);
    }

    [Fact]
    public void Tells_a_name_with_a_zero_from_two_names()
    {
        var verifier = new MultiSignatureVerifier(_pool.Keys);
        var good = _pool.Sign(StateTrie.EmptyRoot, StateTrie.EmptyRoot, 1, 1, 2, 3);
        var joined = new MultiSignature(good.Signature, ["Node1\0Node2", "Node3"], good.Value);

        verifier.Verify(good).ShouldBeOfType<StateProofVerdict.Verified>();
        verifier.Verify(joined).ShouldBeOfType<StateProofVerdict.Rejected>().Fault.ShouldBe(StateProofFault.UnknownParticipant);
    }

    [Fact]
    public void Refuses_a_reply_without_proof_or_signature()
    {
        var reply = Reply(Query, Data());

        Judge(Query, reply.Without("state_proof")).ShouldBe(StateProofFault.NoProof);
        Judge(Query, WithProof(reply, proof => proof.Without("multi_signature"))).ShouldBe(StateProofFault.NoProof);
        Judge(Query, WithProof(reply, proof => proof.Without("root_hash"))).ShouldBe(StateProofFault.MalformedProof);
        Judge(Query, WithProof(reply, proof => proof.With("proof_nodes", "*"))).ShouldBe(StateProofFault.MalformedProof);
        Judge(Query, WithProof(reply, proof => proof.With("proof_nodes", new string('A', 2_000_000)))).ShouldBe(StateProofFault.ProofTooLarge);
    }

    [Fact]
    public void Refuses_nodes_that_are_missing_or_left_over()
    {
        var reply = Reply(Query, Data());
        var nodes = (LedgerList)Rlp.Read(_state.Prove(StateKeys.Nym(Dest)).ProofNodes.Span);

        Judge(Query, WithNodes(reply, nodes.Skip(1))).ShouldBe(StateProofFault.MissingNode);
        Judge(Query, WithNodes(reply, nodes.Append(new LedgerList()))).ShouldBe(StateProofFault.SurplusNode);
        Judge(Query, WithNodes(reply, nodes.Append(nodes[0]))).ShouldBe(StateProofFault.LoopingNode);
        Judge(Query, WithNodes(reply, nodes.Reverse())).ShouldBeNull();
    }

    [Fact]
    public void Refuses_signatures_over_another_root_or_ledger()
    {
        Judge(Query, Signed(_pool.Sign(StateTrie.EmptyRoot, _log.Root, 1, 1, 2, 3))).ShouldBe(StateProofFault.RootMismatch);
        Judge(Query, Signed(_pool.Sign(_state.Root, _log.Root, 2, 1, 2, 3))).ShouldBe(StateProofFault.OtherLedger);
    }

    [Fact]
    public void Refuses_unknown_repeated_and_too_few_participants()
    {
        var genuine = _pool.Sign(_state.Root, _log.Root, 1, 1, 2, 3);

        Judge(Query, Signed(_pool.Sign(_state.Root, _log.Root, 1, 1, 2))).ShouldBe(StateProofFault.TooFewParticipants);
        Judge(Query, Signed(_pool.Sign(_state.Root, _log.Root, 1, 1, 2, 2))).ShouldBe(StateProofFault.RepeatedParticipant);
        Judge(Query, Signed(new MultiSignature(genuine.Signature, ["Node1", "Node2", "Node9"], genuine.Value)))
            .ShouldBe(StateProofFault.UnknownParticipant);
        Judge(Query, Signed(new MultiSignature(genuine.Signature, [], genuine.Value))).ShouldBe(StateProofFault.TooFewParticipants);
    }

    [Fact]
    public void Refuses_a_signature_by_others_over_other_bytes_or_off_the_curve()
    {
        var genuine = _pool.Sign(_state.Root, _log.Root, 1, 1, 2, 3);
        var older = MultiSignatureValue.Parse(genuine.Value.ToMap().With("timestamp", TestPool.Time - 1));

        Judge(Query, Signed(new MultiSignature(genuine.Signature, ["Node1", "Node2", "Node4"], genuine.Value)))
            .ShouldBe(StateProofFault.InvalidSignature);
        Judge(Query, Signed(new MultiSignature(genuine.Signature, genuine.Participants, older))).ShouldBe(StateProofFault.InvalidSignature);
        Judge(Query, Signed(new MultiSignature(genuine.Signature[..^1], genuine.Participants, genuine.Value)))
            .ShouldBe(StateProofFault.InvalidSignature);
    }

    [Fact]
    public void Refuses_what_was_signed_too_long_ago()
    {
        var reply = Reply(Query, Data());

        Judge(Query, reply, TestPool.Time + 300).ShouldBeNull();
        Judge(Query, reply, TestPool.Time + 301).ShouldBe(StateProofFault.Expired);
        Judge(Query, reply, TestPool.Time - 100_000).ShouldBeNull();
    }

    [Theory]
    [InlineData("116", "timestamp", 300, true)]
    [InlineData("116", "timestamp", 301, false)]
    [InlineData("117", "to", 300, true)]
    [InlineData("117", "to", 301, false)]
    public void Judges_the_age_of_history_by_the_moment_asked_for(string type, string member, int after, bool isFresh)
    {
        var query = LedgerMap.Of(("type", type), ("revocRegDefId", "unknown"), (member, TestPool.Time + after));

        Judge(query, Reply(query, LedgerValue.Null, seqNo: LedgerValue.Null), TestPool.Time + 1_000_000)
            .ShouldBe(isFresh ? null : StateProofFault.Expired);
    }

    [Fact]
    public void Remembers_a_signature_without_believing_changed_copies()
    {
        var verifier = new StateProofVerifier(_pool.Keys, new StateProofOptions { MaxRememberedSignatures = 1 });
        var reply = Reply(Query, Data());
        var now = DateTimeOffset.FromUnixTimeSeconds(TestPool.Time);

        verifier.Verify(Query, reply, now).ShouldBeOfType<StateProofVerdict.Verified>();
        verifier.Verify(Query, reply, now).ShouldBeOfType<StateProofVerdict.Verified>();
        var forged = WithProof(reply, proof => proof.With(
            "multi_signature", proof.FindMap("multi_signature")!.With("participants", new LedgerList("Node1", "Node2", "Node4"))));
        verifier.Verify(Query, forged, now).ShouldBeOfType<StateProofVerdict.Rejected>().Fault.ShouldBe(StateProofFault.InvalidSignature);
        verifier.Verify(Query, reply, now).ShouldBeOfType<StateProofVerdict.Verified>();
    }

    [Fact]
    public void Judges_transactions_by_their_audit_path()
    {
        var transaction = LedgerMap.Parse("""{"ver":"1","txn":{"type":"100","data":{"dest":"d","raw":"{\"a\":1}"}},"txnMetadata":{"seqNo":3},"reqSignature":{}}""");
        var leaf = transaction.With("txn", LedgerMap.Parse(
            $$$"""{"type":"100","data":{"dest":"d","raw":"{{{Convert.ToHexStringLower(Cryptography.Hashing.Sha256.Hash("{\"a\":1}"u8))}}}"}}"""));
        foreach (var entry in (LedgerValue[])["one", "two", leaf, "four"])
            _log.Append(entry.ToMessagePack());
        var query = LedgerMap.Of(("type", "3"), ("data", 3), ("ledgerId", 1));
        var data = transaction
            .With("rootHash", _log.Root.ToString())
            .With("auditPath", new LedgerList(_log.InclusionProof(2, 4).Select(hash => (LedgerValue)hash.ToString())))
            .With("ledgerSize", 4);
        var proof = LedgerMap.Of(("multi_signature", _pool.Sign(_state.Root, _log.Root, 1, 1, 2, 3).ToMap()));
        var reply = LedgerMap.Of(("type", "3"), ("seqNo", 3), ("data", data), ("state_proof", proof));

        Judge(query, reply).ShouldBeNull();
        Judge(query.With("data", 2), reply).ShouldBe(StateProofFault.OtherRequest);
        Judge(query.With("ledgerId", 2), reply).ShouldBe(StateProofFault.OtherLedger);
        Judge(query, reply.With("data", data.With("ver", "2"))).ShouldBe(StateProofFault.AuditPathMismatch);
        Judge(query, reply.With("data", data.With("more", 1))).ShouldBe(StateProofFault.UnprovenMembers);
        Judge(query, reply.With("data", data.With("auditPath", new LedgerList(data.FindList("auditPath")!.Append(_log.Root.ToString())))))
            .ShouldBe(StateProofFault.SurplusNode);
        Judge(query, reply.With("data", data.With("auditPath", "x"))).ShouldBe(StateProofFault.MalformedProof);
        Judge(query, reply.Without("state_proof")).ShouldBe(StateProofFault.NoProof);
        Judge(query, reply.With("data", LedgerValue.Null)).ShouldBe(StateProofFault.NotProvable);
    }

    [Fact]
    public void Asks_for_f_plus_one_signers_even_where_keys_are_missing()
    {
        var few = _pool.Keys;
        few.RequiredParticipants.ShouldBe(3);
        few.TryFind("Node1", out var key).ShouldBeTrue();

        new PoolKeys([KeyValuePair.Create("Node1", key!)], 4).RequiredParticipants.ShouldBe(2);
        new PoolKeys([KeyValuePair.Create("Node1", key!)], 1).RequiredParticipants.ShouldBe(1);
        Should.Throw<ArgumentException>(() => new PoolKeys([], 4));
    }

    private static LedgerValue Data(string role = "101", long seqNo = 7, string? extra = null)
    {
        var data = Stored.With("role", role).With("seqNo", seqNo).With("dest", Dest);
        return (extra is null ? data : data.With(extra, "{}")).ToStateJson();
    }

    private LedgerMap Reply(LedgerMap query, LedgerValue data, LedgerValue? seqNo = null)
    {
        var key = query.FindText("dest") is { } dest
            ? StateKeys.Nym(dest.Value)
            : query.FindText("type")!.Value == "116" ? StateKeys.RevocationAccumulator("unknown") : StateKeys.RevocationEntry("unknown");
        var proof = _state.Prove(key).WithMultiSignature(_pool.Sign(_state.Root, _log.Root, 1, 1, 2, 3));
        return query.With("data", data).With("identifier", "me").With("reqId", 1)
            .With("seqNo", seqNo ?? 7).With("txnTime", seqNo ?? TestPool.Time).With("state_proof", proof.ToMap());
    }

    private LedgerMap Signed(MultiSignature signature) =>
        WithProof(Reply(Query, Data()), proof => proof.With("multi_signature", signature.ToMap()));

    private static LedgerMap WithProof(LedgerMap reply, Func<LedgerMap, LedgerMap> change) =>
        reply.With("state_proof", change(reply.FindMap("state_proof")!));

    private static LedgerMap WithNodes(LedgerMap reply, IEnumerable<LedgerValue> nodes) =>
        WithProof(reply, proof => proof.With("proof_nodes", Convert.ToBase64String(Rlp.Write(new LedgerList(nodes)))));

    private StateProofFault? Judge(LedgerMap query, LedgerMap reply, long now = TestPool.Time) =>
        (new StateProofVerifier(_pool.Keys).Verify(query, reply, DateTimeOffset.FromUnixTimeSeconds(now)) as StateProofVerdict.Rejected)?.Fault;
}
