const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

/** Rows in PostgreSQL's binary COPY format, gathered in one buffer that grows. */
export class CopyRows {
  private buffer = Buffer.allocUnsafe(1 << 20);
  private length = 0;
  count = 0;

  constructor() {
    this.length = HEADER.copy(this.buffer, 0);
  }

  row(columns: number): this {
    this.room(2);
    this.length = this.buffer.writeInt16BE(columns, this.length);
    this.count += 1;
    return this;
  }

  text(value: string): this {
    const length = Buffer.byteLength(value);
    this.room(4 + length);
    this.length = this.buffer.writeInt32BE(length, this.length);
    this.length += this.buffer.write(value, this.length, 'utf8');
    return this;
  }

  bytes(value: Buffer): this {
    this.room(4 + value.length);
    this.length = this.buffer.writeInt32BE(value.length, this.length);
    this.length += value.copy(this.buffer, this.length);
    return this;
  }

  /** A bigint column. */
  integer(value: number): this {
    this.room(12);
    this.length = this.buffer.writeInt32BE(8, this.length);
    this.length = this.buffer.writeInt32BE(Math.floor(value / 0x1_0000_0000), this.length);
    this.length = this.buffer.writeUInt32BE(value >>> 0, this.length);
    return this;
  }

  nothing(): this {
    this.room(4);
    this.length = this.buffer.writeInt32BE(-1, this.length);
    return this;
  }

  finish(): Buffer {
    this.room(2);
    this.length = this.buffer.writeInt16BE(-1, this.length);
    return this.buffer.subarray(0, this.length);
  }

  private room(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }
}
