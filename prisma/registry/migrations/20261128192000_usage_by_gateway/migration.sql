-- Which process of a gateway ran on which day, and when it told last what was used (5.4.3 c).

-- CreateTable
CREATE TABLE "usage_gateway_day" (
    "instance" UUID NOT NULL,
    "day" DATE NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "heard_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),

    CONSTRAINT "usage_gateway_day_pkey" PRIMARY KEY ("instance","day")
);

-- CreateIndex
CREATE INDEX "usage_gateway_day_day_idx" ON "usage_gateway_day"("day");
