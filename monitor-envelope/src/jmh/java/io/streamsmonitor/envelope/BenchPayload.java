package io.streamsmonitor.envelope;

/** The payload of every benchmark: 151 bytes of JSON. */
final class BenchPayload {
  static final String TEXT =
      "{\"orderId\":\"o-104711\",\"customer\":\"c-2208\",\"currency\":\"EUR\",\"total\":1299,"
          + "\"items\":[{\"sku\":\"A-17\",\"count\":2},{\"sku\":\"B-4\",\"count\":1}],\"note\":\"ring twice\"}";

  static {
    if (TEXT.length() != 151) {
      throw new AssertionError("payload of " + TEXT.length() + " bytes");
    }
  }

  private BenchPayload() {}
}
