#!/usr/bin/awk -f
# Rows of the table from what JMH prints.
/^AccessDecision.arraySearchWithABitTest .*ns\/op/ { bare = $4 }
/^AccessDecision.portal .*ns\/op/ { ours = $4 }
/^AccessDecision.portal:gc.alloc.rate.norm/ { allocated = $4 }
/^CasbinDecision.casbinCached .*ns\/op/ { cached = $4 }
/^CasbinDecision.casbinPlain .*ns\/op/ { plain = $4 }
END {
  if (ours != "") {
    printf "| access decision | %.1f ns, %.2f B allocated | array search with a bit test %.1f ns | %.2f | 1.5 or less | %s |\n", ours, allocated, bare, ours / bare, load
  }
  if (cached != "") {
    printf "| access decision of jCasbin | | cached %.0f ns, plain %.1f ms | | | %s |\n", cached, plain / 1e6, load
  }
}
