/** How an export is checked without the hub: for a court, an appraiser, the other side. */
export const exportReadme = `# 证据 · Evidence

## 如何核验

1. 文件：\`sha256sum -c SHA256SUMS\`。文件名即其 SHA-256；\`manifest.json\` 另载 SM3（\`openssl dgst -sm3 FILE\`）。
2. 记录：\`entries/\` 中每一文件载一条存证记录（\`entry\`：何人、何时、以何事项、对何对象、引用何文件）及其到检查点的路径。
   以 UTF-8 计，h = SHA-256(\`previous\` 换行 \`position\` 换行 SHA-256(\`entry\`))，其后对 \`following\` 逐项：h = SHA-256(h 换行 下一位置 换行 该项)；各摘要写作 \`sha-256:\` 加十六进制。
   最终的 h 应等于 \`checkpoints/N.json\` 中的 \`hash\`。
3. 签名：\`checkpoints/N.jws\` 是对 \`checkpoints/N.json\` 原文的分离式 JWS（RFC 7515、RFC 7797，ES256），公钥在 \`keys.json\`。
   \`manifest.jws\` 同样签署 \`manifest.json\`，使遗漏可被发现。任何人都可自造文件夹与密钥：须将公钥指纹（RFC 7638）与资源库运营方另行公布或告知者核对，不得以本文件夹为准。
4. 时间：\`openssl ts -verify -data checkpoints/N.json -in stamps/N.tst -token_in -CAfile ROOTS.pem\`，ROOTS.pem 为所信任的时间戳服务机构的根证书。
5. 亦可一并核验：\`hub evidence check FOLDER --keys KEYS.json --roots ROOTS.pem\`，无须连接资源库；KEYS.json 为另行取得的公钥。证书是否被吊销不在核验之列。

## How to check it

1. Files: \`sha256sum -c SHA256SUMS\`. A file is named by its SHA-256; \`manifest.json\` tells its SM3 too (\`openssl dgst -sm3 FILE\`).
2. Record: each file in \`entries/\` has one entry (\`entry\`: who, when, by which act, on what, which files) and its way to a checkpoint.
   In UTF-8, h = SHA-256(\`previous\` newline \`position\` newline SHA-256(\`entry\`)), then for each of \`following\`: h = SHA-256(h newline next position newline that digest); digests are written \`sha-256:\` and hexadecimal.
   The last h is the \`hash\` in \`checkpoints/N.json\`.
3. Signature: \`checkpoints/N.jws\` is a detached JWS (RFC 7515, RFC 7797, ES256) over \`checkpoints/N.json\` as it is; the public key is in \`keys.json\`.
   \`manifest.jws\` signs \`manifest.json\` likewise, so that nothing can be left out. Anybody can make a folder and a key: get the hub's public keys, or their thumbprint (RFC 7638), from who runs the hub, otherwise than with this folder, and compare.
4. Time: \`openssl ts -verify -data checkpoints/N.json -in stamps/N.tst -token_in -CAfile ROOTS.pem\`, with the root certificates of the time-stamp authorities that you trust.
5. All at once, without the hub: \`hub evidence check FOLDER --keys KEYS.json --roots ROOTS.pem\`, with the public keys that you got otherwise. Whether a certificate was revoked is not looked at.
`;
