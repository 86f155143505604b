const blockLength = 64;

/** The two padded blocks of HMAC-SHA-256 (RFC 2104) for a key of at most 64 bytes, in hex. */
export interface Pads {
  inner: string;
  outer: string;
}

export function padsOf(key: Buffer): Pads {
  const block = Buffer.alloc(blockLength);
  key.copy(block);
  return {
    inner: Buffer.from(block.map((byte) => byte ^ 0x36)).toString('hex'),
    outer: Buffer.from(block.map((byte) => byte ^ 0x5c)).toString('hex'),
  };
}

/**
 * SQL for the first 128 bits of HMAC-SHA-256 of a text, as UUID. The pads come as parameters, so
 * that no key ever stands in a statement, a log or an error.
 * @param text SQL expression of type VARCHAR
 * @param inner, outer numbers of the parameters holding the pads
 */
export function hmacSql(text: string, inner: number, outer: number): string {
  const first = `unhex(sha256(unhex($${inner}) || encode(${text})))`;
  return `CAST(left(sha256(unhex($${outer}) || ${first}), 32) AS UUID)`;
}
