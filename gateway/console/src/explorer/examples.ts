/** An operation to try, for the kinds of party that it is worth trying for. */
export interface Example {
  /** 中文 first, then English. */
  readonly title: string;
  /** Names of demo identities; without any it is for everybody. */
  readonly identities?: readonly string[];
  readonly role?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const regulators = ['regulator-province', 'regulator-city', 'regulator-county'];
const labs = ['lab-1', 'lab-2'];
const platforms = ['platform-1', 'platform-2'];

/** One for each thing that a party does first; a test asks each of them of a running hub, as each identity that it is for. */
export const examples: readonly Example[] = [
  {
    title: '我是谁 · Who am I',
    query: `query WhoAmI {
  viewer {
    userId
    role
    participant {
      name
      kind
      level
      region {
        name
      }
    }
  }
}`,
  },
  {
    title: '亚马逊售出的风险信息 · Risk information of what Amazon sold',
    query: `query RiskInformation {
  riskInformationList(first: 10, filter: {platform: "Amazon"}) {
    totalCount
    nodes {
      number
      productName
      brand
      hazardItem
      hazardDegree
      observedOn
      scope {
        units
        countries
        platforms
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
  },
  {
    title: '我的待办及期限 · My duties and their limits',
    query: `query Duties {
  duties(first: 20) {
    totalCount
    nodes {
      kind
      state
      subjectType
      subjectId
      role
      openedAt
      dueAt
      late
    }
  }
}`,
  },
  {
    title: '及时性 · Timeliness by duty and month',
    query: `query Timeliness {
  timelinessBoard(period: MONTH) {
    kind
    periodBegins
    open
    dueSoon
    late
    done
    doneLate
    medianHours
    p90Hours
  }
}`,
  },
  {
    title: '资源目录：样品 · The catalogue: what a sample is, and on which terms it is shared',
    query: `query Catalogue {
  resourceCatalog(type: ["Sample"]) {
    type
    nameZh
    meaning
    owner
    holders
    fields {
      coordinate
      class
      ground
      element {
        nameZh
        meaning
        standard
      }
      audience {
        kinds
        rows
        visibleFrom
        mask
        basis {
          kind
          reference
        }
      }
    }
  }
}`,
  },
  {
    title: '为什么能看或不能看 · Would I see this, and why',
    query: `query Explain {
  explainSharing(coordinate: "Purchase.buyerName") {
    outcome
    mask
    clauses {
      clause {
        kinds
        rows
        visibleFrom
      }
      conditions {
        condition
        wanted
        holds
      }
    }
  }
}`,
  },
  {
    title: '订阅：与我有关的一切 · Subscription: all events that concern me',
    query: `subscription Events {
  exchangeEvents {
    cursor
    kind
    occurredAt
    exchangeEvent {
      subjectType
      subjectId
    }
  }
}`,
  },
  {
    title: '监测计划与进度 · Monitoring plans and their progress',
    identities: [...regulators, 'center'],
    query: `query Plans {
  monitoringPlans(first: 10) {
    totalCount
    nodes {
      number
      title
      nature
      state
      deadline
      budget {
        amount
        currency
      }
      progress {
        open
        done
        late
      }
    }
  }
}`,
  },
  {
    title: '参考查询：监测数据及其来龙去脉 · The reference query: monitoring data and everything behind it, from every owner',
    identities: ['center', ...regulators],
    query: `query Reference {
  monitoringDataList(first: 10) {
    totalCount
    nodes {
      number
      productName
      conclusion
      failedItems {
        name
      }
      platform {
        participant {
          name
        }
      }
      plan {
        number
        regulator {
          name
        }
      }
      sample {
        blindNumber
        state
        purchase {
          orderNumber
          price {
            amount
          }
          buyerName
        }
        commission {
          number
          lab {
            participant {
              name
            }
          }
        }
        reports {
          number
          conclusion
          signature
        }
      }
      acknowledgement {
        state
        listing {
          gtin
          shop {
            merchant {
              name
              contactPhone
            }
          }
        }
      }
    }
  }
}`,
  },
  {
    title: '订阅：收到风险信息 · Subscription: risk information taken in',
    identities: ['center'],
    role: 'ANALYST',
    query: `subscription TakenIn {
  riskInformationTakenIn {
    cursor
    riskInformation {
      number
      productName
      hazardItem
    }
  }
}`,
  },
  {
    title: '我的检验委托 · The commissions at my desk',
    identities: labs,
    query: `query Commissions {
  commissionAcceptances(first: 10) {
    totalCount
    nodes {
      state
      agreedDueAt
      promisedAt
      commission {
        number
      }
    }
  }
}`,
  },
  {
    title: '我签发的报告 · My reports',
    identities: labs,
    query: `query Reports {
  inspectionReports(first: 10) {
    totalCount
    nodes {
      number
      version
      state
      conclusion
      issuedAt
    }
  }
}`,
  },
  {
    title: '反馈给我的监测数据 · Monitoring data fed back to me',
    identities: platforms,
    query: `query FedBack {
  monitoringDataAcknowledgements(first: 10) {
    totalCount
    nodes {
      number
      state
      productName
      conclusion
      acknowledgeBy
      listing {
        title
        itemId
      }
    }
  }
}`,
  },
  {
    title: '平台上的商品 · Listings on my platform',
    identities: platforms,
    query: `query Listings {
  listings(first: 10) {
    totalCount
    nodes {
      itemId
      title
      brand
      gtin
      gtinQuality
      state
      shop {
        name
      }
    }
  }
}`,
  },
  {
    title: '申请共享 · Apply for what is shared on application',
    identities: ['regulator-city', 'regulator-county', 'department-1'],
    query: `mutation Apply($items: [RequestSharingInput!]!) {
  requestSharing(items: $items) {
    outcomes {
      value {
        id
        requests {
          number
          state
          holder {
            name
          }
          dueAt
        }
      }
      refusal {
        code
        message
        field
      }
    }
  }
}`,
    variables: {
      items: [{ idempotencyKey: 'a-key-of-your-own', fields: ['Shop.listingsOnSale'], purpose: 'SUPERVISION', explanation: '日常监管', until: '2027-06-30T00:00:00Z' }],
    },
  },
  {
    title: '责令我处理的事项 · Directions to me',
    identities: ['merchant-1', 'enterprise-1'],
    query: `query Directions {
  hazardDirections(first: 10) {
    totalCount
    nodes {
      id
      state
      kind
    }
  }
}`,
  },
];
